using LanChat.Client.Scripting.LineTool;

namespace LanChat.Client.Scripting;

/// <summary>Parameters of one run of a command that prints data.</summary>
/// <param name="Output">Prints the data.</param>
/// <param name="Errors">Prints everything else.</param>
/// <param name="Exit">Receives the exit code.</param>
internal sealed record ScriptJob(DataOutput Output, TextWriter Errors, TaskCompletionSource<int> Exit)
{
    /// <summary>Prints an error, and exits with <see cref="ExitCode.Failed"/>.</summary>
    public void Fail(string reason)
    {
        new LineToolReport(Errors).Fail(reason);
        Exit.TrySetResult(ExitCode.Failed);
    }
}
