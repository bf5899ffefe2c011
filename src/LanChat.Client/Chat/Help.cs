using LanChat.Client.Display;
using LanChat.Client.Views;
using LanChat.Texts;

namespace LanChat.Client.Chat;

/// <summary>Help on keys and commands.</summary>
internal static class Help
{
    /// <summary>
    /// Column of the descriptions; a longer usage has its description on the next line.
    /// </summary>
    private const int Column = 17;
    private const int Gap = 2;

    private static (string Usage, string Meaning)[] MessageSyntax =>
    [
        ($"@{CommandTexts.Name} {CommandTexts.Text}", HelpTexts.ToOne),
        (":smile:", HelpTexts.Smile),
        ($"{Commands.Sign}{Commands.Sign}{CommandTexts.Text}", HelpTexts.Slash($"{Commands.Sign}{CommandTexts.Text}")),
    ];

    private static (string Key, string Meaning)[] Keys =>
    [
        ("Tab", HelpTexts.Tab),
        ("Alt+Enter", HelpTexts.AltEnter),
        ("↑", HelpTexts.EditLast),
        ("Alt+R", HelpTexts.ReplyTo),
        ("Ctrl+P, Ctrl+N", HelpTexts.Entered),
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

    /// <summary>
    /// The help for somebody in a room. Keys come first: nobody finds them by trying.
    /// </summary>
    public static string Text(RoomPermissions permissions) => string.Join('\n',
    [
        HelpTexts.Keys,
        .. Keys.Select(Line),
        "",
        HelpTexts.Typed,
        .. MessageSyntax
            .Concat(Commands.For(permissions).Select(command => (command.Usage, command.Description)))
            .Select(Line),
    ]);

    public static UserCommand Parse(string topic)
    {
        if (string.IsNullOrWhiteSpace(topic)) return new UserCommand.Help(Topic: null);
        var word = topic.Trim().TrimStart(Commands.Sign);
        return Commands.Find(word) is { } command ? new UserCommand.Help(command.Name) : Commands.UnknownCommand(word);
    }

    /// <summary>
    /// Message for the view: all help in an overlay, or help on one command as a remark.
    /// </summary>
    public static object Show(string? topic, RoomPermissions permissions) =>
        Commands.Find(topic ?? "") is not { } command
        ? new ViewProtocol.ShowHelp(Text(permissions))
        : new ViewProtocol.ShowRemark(Of(command.For(permissions) ?? command));

    private static string Of(CommandDefinition command)
    {
        var line = Line((command.Usage, command.Description));
        var others = string.Join(", ", command.Aliases.Select(alias => $"{Commands.Sign}{alias}"));
        return others.Length > 0 ? $"{line}\n{Line(("", HelpTexts.Also(others)))}" : line;
    }

    private static string Line((string Usage, string Meaning) entry) => CellWidth.Of(entry.Usage) > Column - Gap
        ? $"{entry.Usage}\n{new string(' ', Column)}{entry.Meaning}"
        : Truncation.Pad(entry.Usage, Column) + entry.Meaning;
}
