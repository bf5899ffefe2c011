namespace LanChat.Protocol.Dialects.Native;

/// <summary>
/// The input of people who type: text, <c>@name text</c> for a private message, and commands that
/// begin with <c>/</c>.
/// </summary>
public static class LineCommands
{
    /// <summary>Parses a line. An unknown command is refused, never sent as a message.</summary>
    public static ClientMessage Understand(string line)
    {
        if (!line.StartsWith('/')) return Address(line);
        if (line.StartsWith("//", StringComparison.Ordinal)) return new ClientMessage.Say(line[1..]);
        if (line.StartsWith("/s/", StringComparison.Ordinal)) return Correction(line[3..]);
        var (command, rest) = FirstWord(line);
        return (command, rest.Trim()) switch
        {
            ("/ls", _) => new ClientMessage.List(),
            ("/help", var topic) => new ClientMessage.Help(IsAboutRooms: topic == "rooms"),
            ("/i", _) => new ClientMessage.Ignore(),
            ("/nick" or "/me", "") => new ClientMessage.Invalid(Refusal.Incomplete),
            ("/nick", var name) => new ClientMessage.Rename(name),
            ("/away", var text) => new ClientMessage.Away(text),
            ("/me", _) => new ClientMessage.Act(rest),
            ("/recall", "") => new ClientMessage.Recall(0),
            (_, var about) => RoomCommands.Understand(command, about)
                ?? new ClientMessage.Invalid(Refusal.UnknownCommand),
        };
    }

    /// <summary>
    /// Parses text, which is for everyone or for the member whose mention it begins with.
    /// </summary>
    public static ClientMessage Address(string text)
    {
        if (!text.StartsWith('@')) return new ClientMessage.Say(text);
        var (name, rest) = AddresseeOf(text[1..]);
        return name.Length == 0 || rest.Length == 0
            ? new ClientMessage.Invalid(Refusal.Incomplete)
            : new ClientMessage.Tell(name, rest);
    }

    /// <summary>
    /// Returns the mention that makes a message private; null if the nickname cannot be written as
    /// one.
    /// </summary>
    public static string? Mention(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var mention = name.Contains(' ', StringComparison.Ordinal) || name.StartsWith('"')
            ? $"@\"{name}\" "
            : $"@{name} ";
        return AddresseeOf(mention[1..]).Name == name ? mention : null;
    }

    /// <summary>
    /// Parses the rest of <c>/s/wrong/right/</c>, whose last slash may be missing.
    /// </summary>
    public static ClientMessage Correction(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var end = text.IndexOf('/');
        if (end <= 0) return new ClientMessage.Invalid(Refusal.Incomplete);
        var right = text[(end + 1)..];
        return new ClientMessage.Correct(text[..end], right.EndsWith('/') ? right[..^1] : right);
    }

    /// <summary>Splits a text at its first space.</summary>
    internal static (string Word, string Text) FirstWord(string text)
    {
        var space = text.IndexOf(' ');
        return space < 0 ? (text, "") : (text[..space], text[(space + 1)..]);
    }

    /// <summary>
    /// Splits a text into a nickname, in quotes if it contains spaces, and the rest.
    /// </summary>
    internal static (string Name, string Text) AddresseeOf(string text)
    {
        if (!text.StartsWith('"')) return FirstWord(text);
        var end = text.IndexOf("\" ", 1, StringComparison.Ordinal);
        return end < 0 ? ("", "") : (text[1..end], text[(end + 2)..]);
    }
}
