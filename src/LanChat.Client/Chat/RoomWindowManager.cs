using LanChat.Client.Sessions;

namespace LanChat.Client.Chat;

/// <summary>
/// Windows of the user: one for each joined room, and the join prompt. One of them is active.
/// </summary>
internal sealed class RoomWindowManager
{
    public const int MaxRooms = 9;

    private readonly List<RoomWindow> _rooms = [];
    private RoomWindow? _previous;
    private int _lastId;

    /// <summary>Windows of rooms, by number.</summary>
    public IReadOnlyList<RoomWindow> Rooms => _rooms;

    /// <summary>The active room; null at the join prompt.</summary>
    public RoomWindow? Active { get; private set; }

    /// <summary>
    /// The active room; at the join prompt the one before it. Null if there is no room.
    /// </summary>
    public RoomWindow? Latest =>
        Active ?? (_previous is not null && _rooms.Contains(_previous) ? _previous : _rooms.FirstOrDefault());

    /// <summary>
    /// Opens and activates a window, with the lowest free number; null if there are too many.
    /// </summary>
    public RoomWindow? Open(RoomAddress address)
    {
        if (_rooms.Count == MaxRooms) return null;
        var number = Enumerable.Range(1, MaxRooms).First(free => _rooms.All(room => room.Number != free));
        var opened = new RoomWindow(++_lastId, number, address);
        _rooms.Insert(_rooms.Count(room => room.Number < number), opened);
        Activate(opened);
        return opened;
    }

    /// <summary>Activates the room at that address; false if it has no window.</summary>
    public bool TryActivate(RoomAddress address)
    {
        if (_rooms.Find(room => room.Address.IsSameRoom(address)) is not { } room) return false;
        Activate(room);
        return true;
    }

    public bool Has(int number) => number == 0 || _rooms.Exists(room => room.Number == number);

    /// <summary>
    /// Activates the room with that number, if there is one; 0 is the join prompt.
    /// </summary>
    public void SwitchTo(int number)
    {
        if (number == 0) Activate(null);
        else if (_rooms.Find(room => room.Number == number) is { } room) Activate(room);
    }

    /// <summary>
    /// Activates the room that many places forward, or back if negative, in a circle.
    /// </summary>
    public void SwitchBy(int step)
    {
        if (_rooms.Count == 0) return;
        var at = Active is null ? step > 0 ? -1 : 0 : _rooms.IndexOf(Active);
        Activate(_rooms[(at + step + _rooms.Count) % _rooms.Count]);
    }

    /// <summary>Returns from the join prompt to the previous room, or else the first one.</summary>
    public void GoBack()
    {
        if (Active is null) Activate(Latest);
    }

    /// <summary>Closes a window; the next room becomes active if it was.</summary>
    public void Close(RoomWindow room)
    {
        _rooms.Remove(room);
        if (Active == room) Active = _rooms.Find(next => next.Number > room.Number) ?? _rooms.FirstOrDefault();
    }

    private void Activate(RoomWindow? room)
    {
        if (room != Active) _previous = Active;
        Active = room;
    }
}
