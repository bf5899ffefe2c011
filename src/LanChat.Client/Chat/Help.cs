using LanChat.Client.Display;
using LanChat.Texts;

namespace LanChat.Client.Chat;

/// <summary>What can be typed and pressed, and what it does.</summary>
internal static class Help
{
    /// <summary>
    /// The meanings stand in a column that begins here; behind what is too long for that, below it.
    /// </summary>
    private const int Column = 17;
    private const int Gap = 2;

    private static (string Usage, string Meaning)[] Talk =>
    [
        ($"@{CommandTexts.Name} {CommandTexts.Text}", HelpTexts.ToOne),
        (":smile:", HelpTexts.Smile),
        ($"{Commands.Sign}{Commands.Sign}{CommandTexts.Text}", HelpTexts.Slash($"{Commands.Sign}{CommandTexts.Text}")),
    ];

    private static (string Key, string Meaning)[] Keys =>
    [
        ("Tab", HelpTexts.Tab),
        ("Alt+Enter", HelpTexts.AltEnter),
        ("PgUp, PgDn", HelpTexts.Pages),
        (HelpTexts.AltDigits, HelpTexts.ToNumber),
        ("F5, F6", HelpTexts.ToNeighbours),
        ("Alt+A", HelpTexts.ToUnread),
        ("F2, Alt+0", HelpTexts.Choice),
        ("F3, Shift+F3", HelpTexts.SearchOn),
        ("F7, F8", HelpTexts.Fold),
        ("Ctrl+C", HelpTexts.Interrupt),
        ("Ctrl+Z", HelpTexts.Suspend),
        ("F1", HelpTexts.ThisHelp),
    ];

    /// <summary>Keys first: they are what nobody finds by trying.</summary>
    public static string Text => string.Join('\n',
    [
        HelpTexts.Keys,
        .. Keys.Select(Line),
        "",
        HelpTexts.Typed,
        .. Talk.Concat(Commands.All.Select(command => (command.Usage, command.Meaning))).Select(Line),
    ]);

    public static Intent Read(string about)
    {
        if (string.IsNullOrWhiteSpace(about)) return new Intent.Help(Text);
        var word = about.Trim().TrimStart(Commands.Sign);
        return Commands.Find(word) is { } command ? new Intent.Help(Of(command)) : Commands.Unknown(word);
    }

    private static string Of(Command command)
    {
        var line = Line((command.Usage, command.Meaning));
        var others = string.Join(", ", command.Aliases.Select(alias => $"{Commands.Sign}{alias}"));
        return others.Length > 0 ? $"{line}\n{Line(("", HelpTexts.Also(others)))}" : line;
    }

    private static string Line((string Usage, string Meaning) one) => CellWidth.Of(one.Usage) > Column - Gap
        ? $"{one.Usage}\n{new string(' ', Column)}{one.Meaning}"
        : Truncation.Pad(one.Usage, Column) + one.Meaning;
}
