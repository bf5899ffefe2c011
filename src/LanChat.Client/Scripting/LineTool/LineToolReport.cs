using LanChat.Client.Display;

namespace LanChat.Client.Scripting.LineTool;

/// <summary>
/// Prints remarks and errors of the line tool. The exit code is 0 until the first error.
/// </summary>
internal sealed class LineToolReport(TextWriter errors)
{
    public int Code { get; private set; }

    public void Write(string text) => errors.WriteLine(TerminalText.OneLine(text));

    public void Fail(string reason)
    {
        Code = 1;
        Write(reason);
    }
}
