using LanChat.Client.Sessions;
using LanChat.Discovery;
using LanChat.Protocol;
using LanChat.Texts;

namespace LanChat.Client.Chat;

/// <summary>
/// Which room the user wants to enter and by which name, as far as is known; what is missing is
/// asked for.
/// </summary>
/// <param name="server">The room, if it is known.</param>
/// <param name="nick">The name, if it is known.</param>
/// <param name="suggested">The name to offer when it is asked for.</param>
internal sealed class Destination(ServerAddress? server, Nick? nick, Nick? suggested)
{
    public ServerAddress? Server { get; private set; } = server;

    public Nick? Nick { get; private set; } = nick;

    public bool NeedsRoom => Server is null;

    public bool NeedsName => Server is not null && Nick is null;

    /// <summary>The question for what is missing.</summary>
    public string Question =>
        NeedsRoom ? VisitTexts.WhichRoom
        : suggested is { } name ? VisitTexts.WhichNicknameOr(name.Text)
        : VisitTexts.WhichNickname;

    /// <summary>Takes the answer; when it is none, says why not.</summary>
    public string? Take(string answer, IReadOnlyList<ListedRoom> rooms) =>
        NeedsRoom ? TakeRoom(answer, rooms) : TakeName(answer);

    /// <summary>The user has another name now, and keeps it in the next room.</summary>
    public void Rename(string nickname) => TakeName(nickname);

    public void ForgetRoom() => Server = null;

    /// <summary>That room wants another name.</summary>
    public void AskForName(ServerAddress server) => (Server, Nick) = (server, null);

    /// <summary>
    /// Takes a room by its number, its name or its address; when it is none, says why not.
    /// </summary>
    public string? TakeRoom(string answer, IReadOnlyList<ListedRoom> rooms)
    {
        if (answer.Length == 0) return null;
        var named = Named(answer, rooms);
        if (rooms.FirstOrDefault(room => $"{room.Number}" == answer) is { } listed)
            Server = ServerAddress.Of(listed.Address);
        else if (named is [var only]) Server = ServerAddress.Of(only.Address);
        else if (named.Length > 1) return VisitTexts.SeveralRooms(named.Length, answer);
        else if (ServerAddress.TryParseIp(answer, out var address)) Server = address;
        else return VisitTexts.NoSuchRoom(answer);
        return null;
    }

    /// <summary>Those of this very name, or else in capitals or not.</summary>
    private static ListedRoom[] Named(string name, IReadOnlyList<ListedRoom> rooms)
    {
        ListedRoom[] exactly = [.. rooms.Where(room => room.Name.Text == name)];
        return exactly.Length > 0
            ? exactly
            : [.. rooms.Where(room => room.Name.Text.Equals(name, StringComparison.OrdinalIgnoreCase))];
    }

    private string? TakeName(string answer)
    {
        if (answer.Length == 0 && suggested is not null) Nick = suggested;
        else if (LanChat.Protocol.Nick.TryCreate(answer, out var name, out var refusal)) Nick = name;
        else return refusal.Sentence();
        return null;
    }
}
