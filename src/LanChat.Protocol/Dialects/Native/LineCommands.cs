namespace LanChat.Protocol.Dialects.Native;

/// <summary>
/// What a person types: text, <c>@name text</c> for one person, and commands that begin with
/// <c>/</c>.
/// </summary>
public static class LineCommands
{
    /// <summary>
    /// A typed line. What begins with <c>/</c> and is no command is answered, never said.
    /// </summary>
    public static ClientMessage Understand(string line)
    {
        if (!line.StartsWith('/')) return Address(line);
        if (line.StartsWith("//", StringComparison.Ordinal)) return new ClientMessage.Say(line[1..]);
        var (command, rest) = FirstWord(line);
        return (command, rest.Trim()) switch
        {
            ("/ls", _) => new ClientMessage.List(),
            ("/help", _) => new ClientMessage.Help(),
            ("/i", _) => new ClientMessage.Ignore(),
            ("/nick" or "/me", "") => new ClientMessage.Bad(Refusal.Incomplete),
            ("/nick", var name) => new ClientMessage.Rename(name),
            ("/away", var text) => new ClientMessage.Away(text),
            ("/me", _) => new ClientMessage.Act(rest),
            _ => new ClientMessage.Bad(Refusal.UnknownCommand),
        };
    }

    /// <summary>Text for everyone, or for the one person it begins with.</summary>
    public static ClientMessage Address(string text)
    {
        if (!text.StartsWith('@')) return new ClientMessage.Say(text);
        var (name, rest) = AddresseeOf(text[1..]);
        return name.Length == 0 || rest.Length == 0
            ? new ClientMessage.Bad(Refusal.Incomplete)
            : new ClientMessage.Tell(name, rest);
    }

    /// <summary>
    /// What a private word to somebody begins with; null when their name cannot be written so.
    /// </summary>
    public static string? Mention(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var mention = name.Contains(' ', StringComparison.Ordinal) || name.StartsWith('"')
            ? $"@\"{name}\" "
            : $"@{name} ";
        return AddresseeOf(mention[1..]).Name == name ? mention : null;
    }

    /// <summary>What stands before the first space, and after it.</summary>
    internal static (string Word, string Text) FirstWord(string text)
    {
        var space = text.IndexOf(' ');
        return space < 0 ? (text, "") : (text[..space], text[(space + 1)..]);
    }

    // A name, in quotes if it has spaces, and what follows it.
    private static (string Name, string Text) AddresseeOf(string text)
    {
        if (!text.StartsWith('"')) return FirstWord(text);
        var end = text.IndexOf("\" ", 1, StringComparison.Ordinal);
        return end < 0 ? ("", "") : (text[1..end], text[(end + 2)..]);
    }
}
