using LanChat.Client.Views;
using LanChat.Discovery;
using LanChat.Texts;

namespace LanChat.Client.PlainText;

/// <summary>Room list of the join prompt: all rooms at first, then only changes.</summary>
internal sealed class PlainRooms
{
    /// <summary>A room as it is printed.</summary>
    private sealed record Shown(int Number, string Name, string Line);

    private readonly Dictionary<int, Shown> _shown = [];
    private bool _showsAll = true;

    /// <summary>Shows all rooms again.</summary>
    public void Reset() => _showsAll = true;

    public IReadOnlyList<string> Show(ViewProtocol.ShowRooms rooms)
    {
        if (!rooms.IsChoosing) return [];
        if (_showsAll) _shown.Clear();
        Shown[] all = [.. rooms.ServerRooms.Select(Of), .. rooms.Rooms.Select(Of)];
        var lines = ClosedRooms(all).Concat(NewRooms(all)).ToArray();
        if (_showsAll && lines.Length == 0) lines = [PlainTexts.Note(PlainTexts.Listening)];
        _showsAll = false;
        return lines;
    }

    private List<string> ClosedRooms(IReadOnlyList<Shown> rooms)
    {
        var lines = new List<string>();
        foreach (var (number, room) in _shown.Where(shown => rooms.All(room => room.Number != shown.Key)).ToArray())
        {
            _shown.Remove(number);
            lines.Add(PlainTexts.RoomGone(number, room.Name));
        }

        return lines;
    }

    private List<string> NewRooms(IReadOnlyList<Shown> rooms) =>
        [.. rooms.Where(room => _shown.TryAdd(room.Number, room)).Select(room => room.Line)];

    private static Shown Of(ListedRoom room)
    {
        var name = PlainLines.OnOneLine(room.Name.Text);
        return new Shown(room.Number, name, room.Members is { } members
            ? PlainTexts.ListedRoomWithMembers(room.Number, name, $"{room.Address}", members)
            : PlainTexts.ListedRoom(room.Number, name, $"{room.Address}"));
    }

    private static Shown Of(ServerRoom room)
    {
        var name = PlainLines.OnOneLine(room.Name);
        var line = PlainTexts.ServerRoom(room.Number, name, room.Members);
        if (room.Unread > 0) line = PlainTexts.WithUnread(line, room.Unread);
        if (room.Topic.Length > 0) line = PlainTexts.WithTopic(line, PlainLines.OnOneLine(room.Topic));
        return new Shown(room.Number, name, line);
    }
}
