using LanChat.Client.Cli;

namespace LanChat.Client.Scripting;

/// <summary>
/// The codes commands exit with, besides that of a wrong call and those of signals.
/// </summary>
internal static class ExitCode
{
    public const int Done = 0;
    public const int Failed = 1;

    /// <summary>
    /// Nobody reads the output any more: what a program exits with that the system ends for it
    /// (SIGPIPE).
    /// </summary>
    public const int OutputClosed = TerminationSignals.SignalBase + 13;
}
