namespace LanChat.Client.Visits;

/// <summary>Every command there is; what is typed, what is shown by <c>/help</c> and what is done all come from here.</summary>
internal static class Commands
{
    public const char Sign = '/';
    public const string Help = "help";
    public const string Members = "members";
    public const string Rooms = "rooms";
    public const string Quit = "quit";

    private static readonly (string Name, string Meaning)[] All =
    [
        (Help, "show this"),
        (Members, "show who is here"),
        (Rooms, "leave the room and go back to the list"),
        (Quit, "leave the program; so do Ctrl+C, and Ctrl+D on an empty line"),
    ];

    public static string HelpText => string.Join('\n',
        [.. All.Select(command => $"{Sign}{command.Name,-9}{command.Meaning}"), $"{Sign}{Sign}text    say \"{Sign}text\""]);

    /// <summary>What the user means by a line.</summary>
    public static Intent Read(string line)
    {
        if (line is not [Sign, ..]) return new Intent.Say(line);
        if (line is [Sign, Sign, ..]) return new Intent.Say(line[1..]);
        var name = line[1..].Split(' ', 2)[0];
        return All.Any(command => command.Name == name) ? new Intent.Do(name) : new Intent.Mistake(name);
    }
}
