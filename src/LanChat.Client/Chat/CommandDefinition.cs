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

    public bool NeedsArgument => Argument.Length > 0 && Argument[0] != '[';

    public string Usage => $"{Commands.Sign}{Name} {Argument}".TrimEnd();

    public bool IsCalled(string word) => Name == word || Aliases.Contains(word);
}
