using LanChat.Client.Sessions;
using LanChat.Discovery;
using LanChat.Protocol;
using LanChat.Texts;

namespace LanChat.Client.Chat;

/// <summary>Room, nickname and password to join by; asks for the missing part.</summary>
/// <param name="room">The room, if known.</param>
/// <param name="nick">The nickname, if known.</param>
/// <param name="suggested">Nickname offered when asking.</param>
internal sealed class JoinPrompt(RoomAddress? room, Nick? nick, Nick? suggested)
{
    private const string HelpKey = "/help";

    public RoomAddress? Room { get; private set; } = room;

    public Nick? Nick { get; private set; } = nick;

    /// <summary>A room to join as soon as it is found nearby; null for none.</summary>
    public RoomEntry? Awaited { get; set; }

    public bool NeedsRoom => Room is null;

    public bool NeedsNick => Room is not null && Nick is null;

    public bool NeedsPassword { get; private set; }

    /// <summary>Whether the question is for the password.</summary>
    public bool AsksPassword => NeedsPassword && !NeedsRoom && !NeedsNick;

    /// <summary>Whether that line is the password. F1 is entered as a line, too.</summary>
    public bool TakesPassword(string line) => AsksPassword && line != HelpKey;

    /// <summary>Question for the missing part.</summary>
    public string Question =>
        NeedsRoom ? JoinTexts.WhichRoom
        : AsksPassword ? JoinTexts.WhichPassword(Room!.Room ?? $"{Room.Server}")
        : suggested is { } name ? JoinTexts.WhichNicknameOr(name.Text)
        : JoinTexts.WhichNickname;

    /// <summary>Answers the question; returns the error of an invalid answer.</summary>
    public string? Answer(string answer, RoomList rooms) =>
        NeedsRoom ? SelectRoom(new UserCommand.Join(answer), rooms) : SetNick(answer);

    /// <summary>The user was renamed: the next room is joined by that nickname.</summary>
    public void Rename(string nickname) => SetNick(nickname);

    public void ClearRoom() => (Room, NeedsPassword, Awaited) = (null, false, null);

    /// <summary>
    /// The room refused the user: asks for another nickname or the password, if that may help.
    /// </summary>
    public bool TryAskAgain(RoomAddress room, Refusal? refusal)
    {
        if (refusal?.IsAboutNickname() == true) (Room, Nick) = (room, null);
        else if (refusal?.Is(Refusal.EntryPassword) == true) (Room, NeedsPassword) = (room, true);
        else return false;
        return true;
    }

    public void SetPassword(string password) => (Room, NeedsPassword) = (Room!.WithPassword(password), false);

    /// <summary>
    /// Selects a room of the server, or a room nearby by number, name or address; otherwise a room
    /// of that name, which the server may not list. Returns the error if there is none.
    /// </summary>
    public string? SelectRoom(UserCommand.Join wanted, RoomList rooms)
    {
        var answer = wanted.Room;
        NeedsPassword = false;
        if (rooms.FindOnServer(answer) is { } onServer) Room = onServer;
        else if (SelectNearby(answer, rooms.Rooms) is { } problem)
        {
            if (rooms.Server is not { } server || FindByName(answer, rooms.Rooms).Length > 1
                || !RoomName.TryCreate(answer, out _))
                return problem;
            Room = new RoomAddress(server, new RoomEntry(answer));
        }

        if (wanted.Password is { } password) Room = Room?.WithPassword(password);
        return null;
    }

    /// <summary>
    /// Selects a room nearby by number, name or address; returns the error if there is none.
    /// </summary>
    public string? SelectNearby(string answer, IReadOnlyList<ListedRoom> rooms)
    {
        if (answer.Length == 0) return null;
        var matches = FindByName(answer, rooms);
        if (rooms.FirstOrDefault(room => $"{room.Number}" == answer) is { } listed) Select(listed);
        else if (matches is [var only]) Select(only);
        else if (matches.Length > 1) return JoinTexts.SeveralRooms(matches.Length, answer);
        else if (ServerAddress.TryParseIp(answer, out var address)) Room = new RoomAddress(address);
        else return JoinTexts.NoSuchRoom(answer);
        return null;
    }

    /// <summary>Selects the awaited room if it is among these; false if it is not.</summary>
    public bool TrySelectAwaited(IReadOnlyList<ListedRoom> rooms)
    {
        if (!NeedsRoom || Awaited is not { Room: { } name } awaited || FindByName(name, rooms) is not [var only, ..])
            return false;
        Select(only);
        if (awaited.Code is not null) Room = Room! with { Entry = awaited with { Room = null } };
        Awaited = null;
        return true;
    }

    public void Select(RoomAddress room) => (Room, NeedsPassword) = (room, false);

    private void Select(ListedRoom room) => Select(new RoomAddress(ServerAddress.Of(room.Address)));

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
