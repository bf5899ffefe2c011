using LanChat.Client.Sessions;

namespace LanChat.Client.Chat;

/// <summary>
/// The windows the user has: one for each room, and one to choose a room in. One of them is in
/// sight.
/// </summary>
internal sealed class Windows
{
    public const int Most = 9;

    private readonly List<RoomWindow> _rooms = [];
    private RoomWindow? _before;
    private int _lastId;

    /// <summary>The rooms, by number.</summary>
    public IReadOnlyList<RoomWindow> Rooms => _rooms;

    /// <summary>The room in sight; null where one is chosen.</summary>
    public RoomWindow? InSight { get; private set; }

    /// <summary>
    /// A window for a room, with the lowest number that is free: it is in sight. Null when there
    /// are too many.
    /// </summary>
    public RoomWindow? Open(ServerAddress server)
    {
        if (_rooms.Count == Most) return null;
        var number = Enumerable.Range(1, Most).First(free => _rooms.All(room => room.Number != free));
        var opened = new RoomWindow(++_lastId, number, server);
        _rooms.Insert(_rooms.Count(room => room.Number < number), opened);
        Show(opened);
        return opened;
    }

    /// <summary>Brings the room at that address in sight, if there is a window for it.</summary>
    public bool Return(ServerAddress server)
    {
        if (_rooms.Find(room => room.Server == server) is not { } room) return false;
        Show(room);
        return true;
    }

    public bool Has(int number) => number == 0 || _rooms.Exists(room => room.Number == number);

    /// <summary>To the room of that number, if there is one; 0 is where rooms are chosen.</summary>
    public void SwitchTo(int number)
    {
        if (number == 0) Show(null);
        else if (_rooms.Find(room => room.Number == number) is { } room) Show(room);
    }

    /// <summary>So many rooms on, or back; after the last comes the first.</summary>
    public void SwitchBy(int step)
    {
        if (_rooms.Count == 0) return;
        var at = InSight is null ? step > 0 ? -1 : 0 : _rooms.IndexOf(InSight);
        Show(_rooms[(at + step + _rooms.Count) % _rooms.Count]);
    }

    /// <summary>
    /// From where a room is chosen to the one that was in sight before, or to the first there is.
    /// </summary>
    public void GoBack()
    {
        if (InSight is null) Show(_before is not null && _rooms.Contains(_before) ? _before : _rooms.FirstOrDefault());
    }

    /// <summary>The room is no more; when it was in sight, the next one is.</summary>
    public void Close(RoomWindow room)
    {
        _rooms.Remove(room);
        if (InSight == room) InSight = _rooms.Find(next => next.Number > room.Number) ?? _rooms.FirstOrDefault();
    }

    private void Show(RoomWindow? room)
    {
        if (room != InSight) _before = InSight;
        InSight = room;
    }
}
