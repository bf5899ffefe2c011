using LanChat.Client.Terminal.Devices;
using LanChat.Client.Terminal.Panes;
using LanChat.Client.Terminal.Screens;

namespace LanChat.Client.Terminal;

/// <summary>
/// What went wrong since the last key was pressed: it is said once more on the screen that stays
/// when the program ends.
/// </summary>
/// <param name="ink">In which colours.</param>
internal sealed class LastWords(Ink ink)
{
    private readonly Printing _printing = new(ink);
    private readonly List<Entry> _problems = [];

    public void Add(string problem) => _problems.Add(_printing.Problem(problem));

    public void Clear() => _problems.Clear();

    public void Write(ITerminal terminal)
    {
        var rows = _problems.SelectMany(entry => entry.Rows(Math.Max(terminal.Width, 1), ink)).ToArray();
        if (rows.Length > 0) terminal.Write(string.Concat(rows.Select(row => row.ToAnsi() + "\r\n")));
    }
}
