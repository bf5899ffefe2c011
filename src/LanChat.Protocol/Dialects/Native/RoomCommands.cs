using System.Globalization;

namespace LanChat.Protocol.Dialects.Native;

/// <summary>
/// Commands about rooms, as people type them. A room name that contains spaces may be quoted; it
/// must be, if something follows it.
/// </summary>
public static class RoomCommands
{
    /// <summary>Parses a command; returns null if it is none of these.</summary>
    /// <param name="command">The command with its slash.</param>
    /// <param name="rest">What follows it, without white space at its ends.</param>
    public static ClientMessage? Understand(string command, string rest)
    {
        ArgumentNullException.ThrowIfNull(rest);
        return (command, rest) switch
        {
            ("/rooms", _) => new ClientMessage.ListRooms(),
            ("/archive", _) => new ClientMessage.ArchiveRoom(),
            ("/topic", _) => Set("topic", rest),
            ("/notice", _) => Set("notice", rest),
            ("/invite", _) => Invite(rest),
            ("/join" or "/open" or "/set" or "/role" or "/own" or "/admit" or "/reject", "") =>
                new ClientMessage.Invalid(Refusal.Incomplete),
            ("/join", _) => Join(rest),
            ("/open", _) => Open(rest),
            ("/set", _) => Set(rest),
            ("/role", _) => Role(rest),
            ("/own", _) => new ClientMessage.ClaimServer(rest),
            ("/admit", _) => new ClientMessage.Admit(Unquoted(rest)),
            ("/reject", _) => new ClientMessage.Reject(Unquoted(rest)),
            _ => null,
        };
    }

    private static ClientMessage.SwitchRoom Join(string rest) => rest.StartsWith('"')
        ? NameAndRest(rest) is (var room, { Length: > 0 } password)
            ? new ClientMessage.SwitchRoom(room, password)
            : new ClientMessage.SwitchRoom(Unquoted(rest), null)
        : new ClientMessage.SwitchRoom(rest, null);

    // NAME, NAME OPTION, or "NAME" OPTION.
    private static ClientMessage.OpenRoom Open(string rest)
    {
        var (name, option) = NameAndRest(rest);
        return Options(option) is { } settings
            ? new ClientMessage.OpenRoom(name, settings)
            : new ClientMessage.OpenRoom(Unquoted(rest), []);
    }

    private static KeyValuePair<string, string>[]? Options(string text) => LineCommands.FirstWord(text) switch
    {
        ("unlisted", "") => [KeyValuePair.Create("listed", "no")],
        ("ask" or "named" or "trusted", "") => [KeyValuePair.Create("entry", text)],
        ("password", { Length: > 0 } password) =>
            [KeyValuePair.Create("password", password), KeyValuePair.Create("entry", "password")],
        _ => null,
    };

    private static ClientMessage Set(string rest) => LineCommands.FirstWord(rest) switch
    {
        ("password", { Length: > 0 } password) => new ClientMessage.ChangeSettings(
            [KeyValuePair.Create("password", password), KeyValuePair.Create("entry", "password")]),
        (var name, var value) => Set(name, value.Trim()),
    };

    private static ClientMessage.ChangeSettings Set(string name, string value) =>
        new([KeyValuePair.Create(name, value)]);

    private static ClientMessage Role(string rest) => NameAndRest(rest) is ({ Length: > 0 } name, { Length: > 0 } role)
        ? new ClientMessage.GiveRole(name, role)
        : new ClientMessage.Invalid(Refusal.Incomplete);

    // "10 uses", "1d", both, or nothing.
    private static ClientMessage Invite(string rest)
    {
        long? uses = null;
        string? lifetime = null;
        foreach (var word in rest.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (long.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) uses = number;
            else if (word is not ("uses" or "use")) lifetime = word;
        }

        return new ClientMessage.Invite(uses, lifetime);
    }

    private static (string Name, string About) NameAndRest(string text)
    {
        var (name, rest) = text.StartsWith('"') && text.IndexOf('"', 1) is > 0 and var end
            ? (text[1..end], text[(end + 1)..])
            : LineCommands.FirstWord(text);
        return (name, rest.Trim());
    }

    private static string Unquoted(string text) =>
        text is ['"', .., '"'] and { Length: > 2 } ? text[1..^1] : text;
}
