namespace LanChat.Client.Visits;

/// <summary>What can be typed and pressed, and what it does.</summary>
internal static class Help
{
    /// <summary>The meanings stand in a column that begins here.</summary>
    private const int Column = 17;

    private static readonly (string Usage, string Meaning)[] Talk =
    [
        ("@NAME TEXT", "say it to one person; @\"A B\" TEXT if the name has spaces"),
        (":smile:", "is said as the emoji; Tab takes one from the list, Esc closes it"),
        ($"{Commands.Sign}{Commands.Sign}TEXT", $"say \"{Commands.Sign}TEXT\""),
    ];

    private static readonly (string Key, string Meaning)[] Keys =
    [
        ("Tab", "completes names, commands, codes of emoji, and the path of a file to share"),
        ("Alt+Enter", "begins another line; what is pasted is said as one message, with its lines"),
        ("PgUp, PgDn", "go back and forth in the talk; Ctrl+Home and Ctrl+End to its beginning and end"),
        ("Alt+1 to Alt+9", "go to the room of that number"),
        ("F5, F6", "go to the room before, and the next; so do Alt+Left and Alt+Right"),
        ("Alt+A", "go to the next room where something was said, first where it was said to you"),
        ("F2, Alt+0", "show the rooms near you; Esc goes back"),
        ("F3, Shift+F3", "go to the next older and newer place a search has found"),
        ("F7, F8", "fold the rooms and the members beside the talk away, or in again"),
        ("F1", "shows this"),
    ];

    public static string Text => string.Join('\n',
        Commands.All.Select(command => (command.Usage, command.Meaning)).Concat(Talk).Concat(Keys).Select(Line));

    /// <summary>How one person is spoken to, for who made a mistake in it.</summary>
    public static string HowToTell => $"Nothing was sent: {Talk[0].Usage} is how to {Talk[0].Meaning}.";

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
        return others.Length > 0 ? $"{line}\n{Line(("", $"also: {others}"))}" : line;
    }

    private static string Line((string Usage, string Meaning) one) => one.Usage.PadRight(Column) + one.Meaning;
}
