using LanChat.Discovery;

namespace LanChat.Client.Chat;

/// <summary>
/// Numbers for all rooms. A joined room has the number of its window; each other room gets the
/// lowest free number, and keeps it until a window needs it. Log ids identify rooms that announce
/// one, since a room may appear in several networks.
/// </summary>
internal sealed class RoomNumbering
{
    private readonly Dictionary<string, int> _numbers = [];

    /// <summary>Numbers the rooms, and sorts them by number.</summary>
    /// <param name="rooms">Rooms nearby.</param>
    /// <param name="windows">Windows of the joined rooms.</param>
    /// <param name="windowOf">Window of a room; null if there is none.</param>
    public IReadOnlyList<ListedRoom> Number(
        IReadOnlyList<ListedRoom> rooms, IReadOnlyList<RoomWindow> windows, Func<ListedRoom, RoomWindow?> windowOf)
    {
        foreach (var closed in _numbers.Keys.Except(rooms.Select(Identity))) _numbers.Remove(closed);
        var used = windows.Select(window => window.Number).ToHashSet();
        foreach (var room in rooms)
        {
            if (windowOf(room) is { } window) _numbers[Identity(room)] = window.Number;
            else if (_numbers.TryGetValue(Identity(room), out var number) && used.Contains(number))
                _numbers.Remove(Identity(room));
        }

        foreach (var room in rooms.Where(room => !_numbers.ContainsKey(Identity(room))))
            _numbers.Add(Identity(room), Enumerable.Range(1, int.MaxValue).First(candidate => !used.Contains(candidate)
                && !_numbers.ContainsValue(candidate)));
        return [.. rooms.Select(room => room with { Number = _numbers[Identity(room)] }).OrderBy(room => room.Number)];
    }

    private static string Identity(ListedRoom room) => room.Log ?? $"{room.Address}";
}
