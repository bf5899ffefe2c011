using LanChat.Client.Display;
using LanChat.Client.Terminal.Screens;
using LanChat.Client.Views;
using LanChat.Texts;

namespace LanChat.Client.Terminal.Widgets;

/// <summary>
/// A room of the server: members, unread messages, and in the join prompt its topic. The columns
/// are those of <see cref="RoomWidget"/>.
/// </summary>
internal static class ServerRoomWidget
{
    private const string Sign = "● ";

    public static Row Line(ServerRoom room, int digits, bool isSelected, Theme theme, int cells)
    {
        var number = RoomWidget.NumberOf(room.Number, digits, isSelected);
        var (count, countCells) = cells < RoomWidget.WordsFrom
            ? ($"{room.Members}", RoomWidget.CountCells)
            : (MemberTexts.Here(room.Members), RoomWidget.CountInWordsCells);
        var nameCells = RoomWidget.NameCells(number, countCells, cells);
        var name = Truncation.Pad(TerminalText.OneLine(room.Name), nameCells);
        var unread = room.Unread > 0 ? $"  {ScreenTexts.Unread(room.Unread)}" : "";
        var taken = number.Length + Sign.Length + nameCells + countCells + CellWidth.Of(unread);
        return new Row(
            new TextSpan(number),
            new TextSpan(Sign),
            isSelected ? theme.Own(name) : theme.Strong(name),
            theme.Faint(Truncation.PadLeft(count, countCells)),
            theme.Strong(unread),
            theme.Faint(Truncation.Fit($"  {TerminalText.OneLine(room.Topic)}", Math.Max(cells - taken, 0))));
    }

    public static Row Short(ServerRoom room, bool isCurrent, Theme theme, int cells)
    {
        var number = $"{room.Number} ";
        var unread = room.Unread > 0 ? $" +{room.Unread}" : "";
        var members = $" {room.Members}";
        var nameCells = Math.Max(
            cells - number.Length - RoomWidget.SignCells - unread.Length - members.Length, 0);
        var name = Truncation.Pad(TerminalText.OneLine(room.Name), nameCells);
        return new Row(
            new TextSpan(number),
            new TextSpan(Sign),
            isCurrent ? theme.Strong(name) : new TextSpan(name),
            theme.Strong(unread),
            theme.Faint(members));
    }
}
