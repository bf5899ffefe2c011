using LanChat.Client.Scripting.LineTool;

namespace LanChat.Client.Scripting;

/// <summary>One run of a command that prints data.</summary>
/// <param name="Output">Where the data goes.</param>
/// <param name="Errors">Where everything else is told.</param>
/// <param name="Exit">Is given the code to exit with.</param>
internal sealed record ScriptJob(DataOutput Output, TextWriter Errors, TaskCompletionSource<int> Exit)
{
    /// <summary>Tells why it failed, and exits with that.</summary>
    public void Fail(string why)
    {
        new LineToolReport(Errors).Fail(why);
        Exit.TrySetResult(ExitCode.Failed);
    }
}
