namespace LanChat.Client.Chat;

/// <summary>
/// Numbers for all rooms. A joined room has the number of its window; each other room gets the
/// lowest free number, and keeps it until a window needs it.
/// </summary>
internal sealed class RoomNumbering
{
    /// <summary>A room to be numbered.</summary>
    /// <param name="Identity">Tells it from all others.</param>
    /// <param name="Window">Its window; null if the user has not joined it.</param>
    public readonly record struct Numbered(string Identity, RoomWindow? Window);

    private readonly Dictionary<string, int> _numbers = [];

    /// <summary>Numbers the rooms; returns the number of each identity.</summary>
    /// <param name="rooms">All rooms.</param>
    /// <param name="windows">Windows of the joined rooms.</param>
    public IReadOnlyDictionary<string, int> Number(
        IReadOnlyList<Numbered> rooms, IReadOnlyList<RoomWindow> windows)
    {
        foreach (var closed in _numbers.Keys.Except(rooms.Select(room => room.Identity))) _numbers.Remove(closed);
        var used = windows.Select(window => window.Number).ToHashSet();
        foreach (var (identity, window) in rooms)
        {
            if (window is not null) _numbers[identity] = window.Number;
            else if (_numbers.TryGetValue(identity, out var number) && used.Contains(number))
                _numbers.Remove(identity);
        }

        foreach (var (identity, _) in rooms.Where(room => !_numbers.ContainsKey(room.Identity)))
            _numbers[identity] = Enumerable.Range(1, int.MaxValue).First(candidate => !used.Contains(candidate)
                && !_numbers.ContainsValue(candidate));
        return _numbers;
    }
}
