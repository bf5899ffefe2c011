using LanChat.Discovery;
using LanChat.Texts;

namespace LanChat.Client.PlainText;

/// <summary>Room list of the join prompt: all rooms at first, then only changes.</summary>
internal sealed class PlainRooms
{
    private readonly Dictionary<int, ListedRoom> _shown = [];
    private bool _showsAll = true;

    /// <summary>Shows all rooms again.</summary>
    public void Reset() => _showsAll = true;

    public IReadOnlyList<string> Show(IReadOnlyList<ListedRoom> rooms, bool isChoosing)
    {
        if (!isChoosing) return [];
        if (_showsAll) _shown.Clear();
        var lines = ClosedRooms(rooms).Concat(NewRooms(rooms)).ToArray();
        if (_showsAll && lines.Length == 0) lines = [PlainTexts.Note(PlainTexts.Listening)];
        _showsAll = false;
        return lines;
    }

    private List<string> ClosedRooms(IReadOnlyList<ListedRoom> rooms)
    {
        var lines = new List<string>();
        foreach (var (number, room) in _shown.Where(shown => rooms.All(room => room.Number != shown.Key)).ToArray())
        {
            _shown.Remove(number);
            lines.Add(PlainTexts.RoomGone(number, Name(room)));
        }

        return lines;
    }

    private List<string> NewRooms(IReadOnlyList<ListedRoom> rooms) =>
        [.. rooms.Where(room => _shown.TryAdd(room.Number, room)).Select(Line)];

    private static string Line(ListedRoom room) => room.Members is { } members
        ? PlainTexts.ListedRoomWithMembers(room.Number, Name(room), $"{room.Address}", members)
        : PlainTexts.ListedRoom(room.Number, Name(room), $"{room.Address}");

    private static string Name(ListedRoom room) => PlainLines.OnOneLine(room.Name.Text);
}
