using LanChat.Client.Terminal.Devices;
using LanChat.Client.Terminal.Screens;
using LanChat.Client.Terminal.Widgets;

namespace LanChat.Client.Terminal;

/// <summary>
/// Collects the problems shown since the last key press. They are printed again on the main screen
/// after the program has left the alternate screen, where they would be lost.
/// </summary>
internal sealed class RecentProblems(Theme theme)
{
    private readonly EntryFormatter _formatter = new(theme);
    private readonly List<Entry> _problems = [];

    public void Add(string problem) => _problems.Add(_formatter.Problem(problem));

    public void Clear() => _problems.Clear();

    public void Write(ITerminal terminal)
    {
        var rows = _problems.SelectMany(entry => entry.Rows(Math.Max(terminal.Width, 1), theme)).ToArray();
        if (rows.Length > 0) terminal.Write(string.Concat(rows.Select(row => row.ToAnsi() + "\r\n")));
    }
}
