using LanChat.Discovery;

namespace LanChat.Client.Chat;

/// <summary>
/// One numbering of all rooms: those the user is in have the numbers of their windows, the others
/// the lowest that were free when they were first heard of, and keep them as long as they can. A
/// room is known by its history where it says which that is, for it may be in several networks.
/// </summary>
internal sealed class RoomNumbers
{
    private readonly Dictionary<string, int> _numbers = [];

    /// <summary>The rooms by their numbers.</summary>
    /// <param name="heard">Those that are near.</param>
    /// <param name="windows">Those the user is in.</param>
    /// <param name="windowOf">The window of a room; null where there is none.</param>
    public IReadOnlyList<ListedRoom> Of(
        IReadOnlyList<ListedRoom> heard, IReadOnlyList<RoomWindow> windows, Func<ListedRoom, RoomWindow?> windowOf)
    {
        foreach (var gone in _numbers.Keys.Except(heard.Select(Identity))) _numbers.Remove(gone);
        var taken = windows.Select(window => window.Number).ToHashSet();
        foreach (var room in heard)
        {
            if (windowOf(room) is { } window) _numbers[Identity(room)] = window.Number;
            else if (_numbers.TryGetValue(Identity(room), out var number) && taken.Contains(number))
                _numbers.Remove(Identity(room));
        }

        foreach (var room in heard.Where(room => !_numbers.ContainsKey(Identity(room))))
            _numbers.Add(Identity(room), Enumerable.Range(1, int.MaxValue).First(free => !taken.Contains(free)
                && !_numbers.ContainsValue(free)));
        return [.. heard.Select(room => room with { Number = _numbers[Identity(room)] }).OrderBy(room => room.Number)];
    }

    private static string Identity(ListedRoom room) => room.Log ?? $"{room.Address}";
}
