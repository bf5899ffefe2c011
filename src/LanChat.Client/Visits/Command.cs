namespace LanChat.Client.Visits;

/// <summary>Something that can be typed behind a slash.</summary>
/// <param name="Name">The word.</param>
/// <param name="Argument">What must follow it, as help names it; empty when nothing is needed.</param>
/// <param name="Meaning">What it does, for help.</param>
/// <param name="Read">What is meant by it and what follows.</param>
internal sealed record Command(string Name, string Argument, string Meaning, Func<string, Intent> Read)
{
    public string Usage => $"{Commands.Sign}{Name} {Argument}".TrimEnd();
}
