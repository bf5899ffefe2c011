using System.Text.RegularExpressions;
using LanChat.Client.Console;
using LanChat.Client.Discovery;
using LanChat.Protocol;
using Spectre.Console;

namespace LanChat.Client.Tests.Console;

public sealed partial class RoomLinesSpecs
{
    private static readonly Ink Ink = new(ColorSystem.EightBit);

    private static ListedRoom Room(int number, string name, string ip = "10.0.0.1") =>
        new(number, Said.Name(name), new PeerAddress(ip, 8001));

    private static string[] Shown(IReadOnlyList<ListedRoom> rooms, int cells, int most)
    {
        var lines = RoomLines.Of(rooms, Ink, cells, most);
        var texts = lines.Select(line => Style().Replace(line.Text, "")).ToArray();
        Assert.Equal(lines.Select(line => line.Cells), texts.Select(CellWidth.Of));
        Assert.All(lines, line => Assert.InRange(line.Cells, 0, cells));
        return texts;
    }

    [GeneratedRegex(@"\e\[[0-9;]*m")]
    private static partial Regex Style();

    [Fact]
    public void No_room_is_told() => Assert.Equal(["Listening for rooms …"], Shown([], 40, 10));

    [Fact]
    public void Rooms_are_shown_with_number_name_and_address() => Assert.Equal(
        ["Rooms near you:", " 2  物联网数据平台     10.0.0.1:8001", " 3  Ours               10.0.0.1:8001"],
        Shown([Room(2, "物联网数据平台"), Room(3, "Ours")], 44, 10));

    [Fact]
    public void Numbers_stand_below_each_other() =>
        Assert.Equal(["  2  A", " 10  B"], Shown([Room(2, "A"), Room(10, "B")], 60, 10).Skip(1).Select(line => line[..6]));

    [Fact]
    public void More_rooms_than_fit_are_counted() => Assert.Equal(
        ["Rooms ne", " 1  R   ", " 2  R   ", "… and 2 "],
        Shown([Room(1, "R"), Room(2, "R"), Room(3, "R"), Room(4, "R")], 60, 4).Select(line => line[..8]));

    [Fact]
    public void As_many_rooms_as_fit_are_not_counted() =>
        Assert.Equal(4, Shown([Room(1, "R"), Room(2, "R"), Room(3, "R")], 60, 4).Count(line => !line.StartsWith('…')));

    [Theory]
    [InlineData(5)]
    [InlineData(10)]
    [InlineData(20)]
    [InlineData(39)]
    [InlineData(119)]
    public void Whatever_a_room_is_called_its_line_fits(int cells) =>
        Shown([Room(1, new string('物', 200)), Room(2, "👨‍👩‍👧 e\u0301", "fe80:1234:5678:9abc:def0:1234:5678:9abc")], cells, 10);
}
