using LanChat.Discovery;
using LanChat.Texts;

namespace LanChat.Client.PlainText;

/// <summary>
/// The rooms to choose from: all of them when the choice begins, and then each that comes or goes.
/// </summary>
internal sealed class PlainRooms
{
    private readonly Dictionary<int, ListedRoom> _told = [];
    private bool _isDue = true;

    /// <summary>Tells all of them once more.</summary>
    public void TellAgain() => _isDue = true;

    public IReadOnlyList<string> Show(IReadOnlyList<ListedRoom> rooms, bool isChoosing)
    {
        if (!isChoosing) return [];
        if (_isDue) _told.Clear();
        var lines = Gone(rooms).Concat(New(rooms)).ToArray();
        if (_isDue && lines.Length == 0) lines = [PlainTexts.Note(PlainTexts.Listening)];
        _isDue = false;
        return lines;
    }

    private List<string> Gone(IReadOnlyList<ListedRoom> rooms)
    {
        var lines = new List<string>();
        foreach (var (number, room) in _told.Where(told => rooms.All(room => room.Number != told.Key)).ToArray())
        {
            _told.Remove(number);
            lines.Add(PlainTexts.RoomGone(number, Name(room)));
        }

        return lines;
    }

    private List<string> New(IReadOnlyList<ListedRoom> rooms) =>
        [.. rooms.Where(room => _told.TryAdd(room.Number, room)).Select(Line)];

    private static string Line(ListedRoom room) => room.Members is { } members
        ? PlainTexts.ListedRoomWithMembers(room.Number, Name(room), $"{room.Address}", members)
        : PlainTexts.ListedRoom(room.Number, Name(room), $"{room.Address}");

    private static string Name(ListedRoom room) => PlainLines.OnOneLine(room.Name.Text);
}
