using LanChat.Client.Display;

namespace LanChat.Client.Scripting.LineTool;

/// <summary>
/// What the line tool tells of its run, and the code it will exit with: 0 as long as nothing
/// failed.
/// </summary>
internal sealed class LineToolReport(TextWriter errors)
{
    public int Code { get; private set; }

    public void Tell(string what) => errors.WriteLine(TerminalText.OneLine(what));

    public void Fail(string why)
    {
        Code = 1;
        Tell(why);
    }
}
