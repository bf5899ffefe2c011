using LanChat.Client.Sessions;
using LanChat.Discovery;
using LanChat.Protocol;
using LanChat.Texts;

namespace LanChat.Client.Chat;

/// <summary>Room and nickname to join by; asks for the missing part.</summary>
/// <param name="server">The room, if known.</param>
/// <param name="nick">The nickname, if known.</param>
/// <param name="suggested">Nickname offered when asking.</param>
internal sealed class JoinPrompt(ServerAddress? server, Nick? nick, Nick? suggested)
{
    public ServerAddress? Server { get; private set; } = server;

    public Nick? Nick { get; private set; } = nick;

    public bool NeedsRoom => Server is null;

    public bool NeedsNick => Server is not null && Nick is null;

    /// <summary>Question for the missing part.</summary>
    public string Question =>
        NeedsRoom ? JoinTexts.WhichRoom
        : suggested is { } name ? JoinTexts.WhichNicknameOr(name.Text)
        : JoinTexts.WhichNickname;

    /// <summary>Answers the question; returns the error of an invalid answer.</summary>
    public string? Answer(string answer, IReadOnlyList<ListedRoom> rooms) =>
        NeedsRoom ? SelectRoom(answer, rooms) : SetNick(answer);

    /// <summary>The user was renamed: the next room is joined by that nickname.</summary>
    public void Rename(string nickname) => SetNick(nickname);

    public void ClearRoom() => Server = null;

    /// <summary>The room refused the nickname: ask for another.</summary>
    public void RequireNick(ServerAddress server) => (Server, Nick) = (server, null);

    /// <summary>
    /// Selects a room by number, name or address; returns the error if there is none.
    /// </summary>
    public string? SelectRoom(string answer, IReadOnlyList<ListedRoom> rooms)
    {
        if (answer.Length == 0) return null;
        var matches = FindByName(answer, rooms);
        if (rooms.FirstOrDefault(room => $"{room.Number}" == answer) is { } listed)
            Server = ServerAddress.Of(listed.Address);
        else if (matches is [var only]) Server = ServerAddress.Of(only.Address);
        else if (matches.Length > 1) return JoinTexts.SeveralRooms(matches.Length, answer);
        else if (ServerAddress.TryParseIp(answer, out var address)) Server = address;
        else return JoinTexts.NoSuchRoom(answer);
        return null;
    }

    /// <summary>Rooms with exactly this name, or else those that differ only in case.</summary>
    private static ListedRoom[] FindByName(string name, IReadOnlyList<ListedRoom> rooms)
    {
        ListedRoom[] exactly = [.. rooms.Where(room => room.Name.Text == name)];
        return exactly.Length > 0
            ? exactly
            : [.. rooms.Where(room => room.Name.Text.Equals(name, StringComparison.OrdinalIgnoreCase))];
    }

    private string? SetNick(string answer)
    {
        if (answer.Length == 0 && suggested is not null) Nick = suggested;
        else if (LanChat.Protocol.Nick.TryCreate(answer, out var name, out var refusal)) Nick = name;
        else return refusal.Sentence();
        return null;
    }
}
