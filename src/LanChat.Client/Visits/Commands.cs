using LanChat.Protocol;

namespace LanChat.Client.Visits;

/// <summary>Every command there is; what is typed, what is shown by <c>/help</c> and what is done all come from here.</summary>
internal static class Commands
{
    public const char Sign = '/';

    private static readonly Command[] All =
    [
        new("help", "", "show this", _ => new Intent.Help()),
        new("me", "TEXT", "tell everyone what you do", text => new Intent.Ask(new ClientMessage.Act(text))),
        new("nick", "NAME", "be called NAME from now on", name => new Intent.Ask(new ClientMessage.Rename(name.Trim()))),
        new("away", "", "be away: /away TEXT tells why; without a text you are back", text => new Intent.Ask(new ClientMessage.Away(text.Trim()))),
        new("i", "", "shut the group out, or let it in again", _ => new Intent.Ask(new ClientMessage.Ignore())),
        new("ls", "", "show who is here", _ => new Intent.Ask(new ClientMessage.List())),
        new("rooms", "", "leave the room, go back to the list", _ => new Intent.LeaveRoom()),
        new("quit", "", "leave the program; so do Ctrl+C, and Ctrl+D on an empty line", _ => new Intent.Quit()),
    ];

    private static readonly (string Usage, string Meaning)[] Talk =
    [
        ("@NAME TEXT", "say it to one person; @\"A B\" TEXT if the name has spaces"),
        (":smile:", "is said as the emoji; Tab takes one from the list, Esc closes it"),
        ($"{Sign}{Sign}TEXT", $"say \"{Sign}TEXT\""),
        ("Alt+Enter", "begins another line; what is pasted is said as one message, with its lines"),
        ("PgUp/PgDn", "go back and forth in the talk; Ctrl+Home and Ctrl+End to its beginning and end"),
    ];

    public static string HelpText => string.Join('\n',
        All.Select(command => (command.Usage, command.Meaning)).Concat(Talk).Select(line => $"{line.Usage,-12}{line.Meaning}"));

    /// <summary>How one person is spoken to, for who made a mistake in it.</summary>
    public static string HowToTell => $"Nothing was sent: {Talk[0].Usage} is how to {Talk[0].Meaning}.";

    /// <summary>What the user means by a line. What begins with a slash and is no command is never said.</summary>
    public static Intent Read(string line)
    {
        if (line is not [Sign, ..]) return new Intent.Say(line);
        if (line is [Sign, Sign, ..]) return new Intent.Say(line[1..]);
        var words = line[1..].Split(' ', 2);
        var rest = words.Length == 2 ? words[1] : "";
        if (All.FirstOrDefault(one => one.Name == words[0]) is not { } command)
            return new Intent.Mistake($"There is no command {Sign}{words[0]}: see {Sign}help; begin with {Sign}{Sign} to say it.");
        if (command.Argument.Length > 0 && string.IsNullOrWhiteSpace(rest))
            return new Intent.Mistake($"Something is missing: {command.Usage} is how to {command.Meaning}.");
        return command.Read(rest);
    }
}
