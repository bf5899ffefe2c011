using System.Globalization;
using LanChat.Client.Sessions;
using LanChat.Protocol;

namespace LanChat.Client.Console;

/// <summary>Lines for what is printed once and scrolls up.</summary>
internal sealed class Printing(Ink ink)
{
    private const int GutterCells = 11;
    private static readonly string Indent = new(' ', GutterCells);

    /// <summary>Time, a sign for one's own and for the room's own words, who said it, and text; further lines of it stand below.</summary>
    public IReadOnlyList<string> Message(ChatMessage message, bool own)
    {
        var lines = TerminalText.Lines(message.Text);
        var time = ink.Faint(message.Time.ToString("HH:mm:ss", CultureInfo.InvariantCulture));
        if (!Talk.IsByAPerson(message)) return Indented($"{time} * ", lines, ink.Faint);

        var sign = own ? " ▸ " : "   ";
        if (message.Kind == MessageKind.Acted) return Indented(time + sign, lines, text => ink.Nick(message.Nickname, text));
        var nickname = TerminalText.OneLine(message.Nickname);
        return Indented($"{time}{sign}{(own ? ink.Own(nickname) : ink.Nick(message.Nickname, nickname))}: ", lines, text => text);
    }

    public IReadOnlyList<string> Entered(string room, string address, string nickname) =>
    [
        ink.Strong($"── {TerminalText.OneLine(room)}") + ink.Faint($" ({TerminalText.OneLine(address)})")
        + ink.Strong(" ──") + $" you are {TerminalText.OneLine(nickname)}",
    ];

    public IReadOnlyList<string> Notice(string text) => [.. TerminalText.Lines(text).Select(line => ink.Notice($"┃ {line}"))];

    public IReadOnlyList<string> Members(IReadOnlyList<string> nicknames, int total)
    {
        var names = string.Join(", ", nicknames.Select(name => ink.Nick(name, TerminalText.OneLine(name))));
        return [ink.Faint($"{total} here: ") + names + (total > nicknames.Count ? ink.Faint($" and {total - nicknames.Count} more") : "")];
    }

    public IReadOnlyList<string> Remark(string text) => [.. TerminalText.Lines(text).Select(ink.Faint)];

    public IReadOnlyList<string> Problem(string text) => [.. TerminalText.Lines(text).Select(ink.Problem)];

    private static string[] Indented(string head, IReadOnlyList<string> lines, Func<string, string> style) =>
        [head + style(lines[0]), .. lines.Skip(1).Select(line => Indent + style(line))];
}
