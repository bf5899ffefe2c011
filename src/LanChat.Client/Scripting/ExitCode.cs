using LanChat.Client.Cli;

namespace LanChat.Client.Scripting;

/// <summary>Exit codes of commands, besides those of usage errors and signals.</summary>
internal static class ExitCode
{
    public const int Done = 0;
    public const int Failed = 1;

    /// <summary>
    /// The reader has closed the output: the exit code of a process that SIGPIPE ends.
    /// </summary>
    public const int OutputClosed = TerminationSignals.SignalBase + 13;
}
