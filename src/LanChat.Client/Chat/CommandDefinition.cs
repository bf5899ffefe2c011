using LanChat.Client.Views;

namespace LanChat.Client.Chat;

/// <summary>A command that begins with a slash.</summary>
/// <param name="Name">The command's name.</param>
/// <param name="Argument">
/// The argument's name in help; in brackets if it is optional, empty for none.
/// </param>
/// <param name="Description">Its description in help.</param>
/// <param name="Parse">Parses the argument.</param>
internal sealed record CommandDefinition(
    string Name, string Argument, string Description, Func<string, UserCommand> Parse)
{
    /// <summary>Other names of the command.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>Whether it needs a server with rooms.</summary>
    public bool NeedsRooms { get; init; }

    /// <summary>Whether it changes a message of the user.</summary>
    public bool Edits { get; init; }

    /// <summary>What is typed between the name and the argument.</summary>
    public char Separator { get; init; } = ' ';

    /// <summary>The action that the user must be allowed to do; null for none.</summary>
    public string? Needs { get; init; }

    /// <summary>
    /// Argument and description for those who may not use all of it; null to hide it from them.
    /// </summary>
    public (string Argument, string Description)? Otherwise { get; init; }

    public bool NeedsArgument => Argument.Length > 0 && Argument[0] != '[';

    public string Usage => $"{Commands.Sign}{Name}{Separator}{Argument}".TrimEnd();

    /// <summary>
    /// The command as help and completion show it to somebody; null if they may not use it.
    /// </summary>
    public CommandDefinition? For(RoomPermissions permissions)
    {
        if ((NeedsRooms && !permissions.HasRooms) || (Edits && !permissions.CanEdit)) return null;
        if (permissions.Allow(Needs)) return this;
        return Otherwise is var (argument, description)
            ? this with { Argument = argument, Description = description }
            : null;
    }

    public bool IsCalled(string word) => Name == word || Aliases.Contains(word);
}
