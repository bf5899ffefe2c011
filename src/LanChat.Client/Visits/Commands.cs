using System.Globalization;
using LanChat.Protocol;
using LanChat.Protocol.Dialects.Native;

namespace LanChat.Client.Visits;

/// <summary>Every command there is; what is typed, what is shown by <c>/help</c> and what is done all come from here.</summary>
internal static class Commands
{
    public const char Sign = '/';

    public static IReadOnlyList<Command> All { get; } =
    [
        new("join", "[ROOM]", "enter another room: its name, its number in the list, or HOST:PORT", Join),
        new("part", "", "leave this room", _ => new Intent.LeaveRoom()),
        new("window", "[N]", "go to the room of that number, or to the next", GoTo) { Aliases = ["w"] },
        new("list", "", "show the rooms near you; Esc goes back", _ => new Intent.ShowRooms()) { Aliases = ["rooms"] },
        new("who", "", "show who is here", _ => new Intent.Ask(new ClientMessage.List())) { Aliases = ["ls"] },
        new("msg", "NAME TEXT", "say it to one person, as @NAME TEXT does", text => new Intent.Ask(LineCommands.Address($"@{text}"))),
        new("me", "TEXT", "tell everyone what you do", text => new Intent.Ask(new ClientMessage.Act(text))),
        new("nick", "NAME", "be called NAME from now on", name => new Intent.Ask(new ClientMessage.Rename(name.Trim()))),
        new("away", "[TEXT]", "be away, and TEXT tells why; without one you are back", text => new Intent.Ask(new ClientMessage.Away(text.Trim()))),
        new("file", "PATH", "share a small text file with everyone", path => new Intent.ShareFile(path.Trim())),
        new("ignore", "", "shut the group out, or let it in again", _ => new Intent.Ask(new ClientMessage.Ignore())) { Aliases = ["i"] },
        new("notice", "", "show the room's notice once more", _ => new Intent.ShowNotice()),
        new("search", "TEXT", "find TEXT in the talk of this window; F3 goes on, Esc ends it", text => new Intent.Search(text.Trim())),
        new("fold", "WHAT", "fold rooms or members beside the talk away, or in again", Fold),
        new("help", "[COMMAND]", "show this, or what one command does", Help.Read),
        new("quit", "", "leave the program; so do Ctrl+C, and Ctrl+D on an empty line", _ => new Intent.Quit()),
    ];

    /// <summary>What the user means by a line. What begins with a slash and is no command is never said.</summary>
    public static Intent Read(string line)
    {
        if (line is not [Sign, ..]) return new Intent.Say(line);
        if (line is [Sign, Sign, ..]) return new Intent.Say(line[1..]);
        var words = line[1..].Split(' ', 2);
        var rest = words.Length == 2 ? words[1] : "";
        if (Find(words[0]) is not { } command) return Unknown(words[0]);
        if (command.NeedsArgument && string.IsNullOrWhiteSpace(rest))
            return new Intent.Mistake($"Something is missing: {command.Usage} is how to {command.Meaning}.");
        return command.Read(rest);
    }

    public static Command? Find(string word) => All.FirstOrDefault(one => one.IsCalled(word));

    public static Intent.Mistake Unknown(string word) =>
        new($"There is no command {Sign}{word}: see {Sign}help; begin with {Sign}{Sign} to say it.");

    private static Intent GoTo(string number)
    {
        if (string.IsNullOrWhiteSpace(number)) return new Intent.GoTo(null);
        return int.TryParse(number, CultureInfo.InvariantCulture, out var known) ? new Intent.GoTo(known) : new Intent.Mistake($"{number.Trim()} is no number of a room.");
    }

    private static Intent Fold(string what) => what.Trim() switch
    {
        "rooms" => new Intent.Fold(Rooms: true),
        "members" => new Intent.Fold(Rooms: false),
        var other => new Intent.Mistake($"There is no {other} to fold: only rooms and members."),
    };

    private static Intent Join(string room) => string.IsNullOrWhiteSpace(room) ? new Intent.ShowRooms() : new Intent.Join(room.Trim());
}
