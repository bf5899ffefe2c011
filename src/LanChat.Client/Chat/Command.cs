namespace LanChat.Client.Chat;

/// <summary>Something that can be typed behind a slash.</summary>
/// <param name="Name">The word.</param>
/// <param name="Argument">
/// What follows it, as help names it: it must, unless it stands in brackets; empty when nothing
/// does.
/// </param>
/// <param name="Meaning">What it does, for help.</param>
/// <param name="Read">What is meant by it and what follows.</param>
internal sealed record Command(string Name, string Argument, string Meaning, Func<string, Intent> Read)
{
    /// <summary>Other words for it.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    public bool NeedsArgument => Argument.Length > 0 && Argument[0] != '[';

    public string Usage => $"{Commands.Sign}{Name} {Argument}".TrimEnd();

    public bool IsCalled(string word) => Name == word || Aliases.Contains(word);
}
