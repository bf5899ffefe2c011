using System.Net;
using System.Text;

namespace LanChat.Protocol.Tests;

public sealed class AnnouncementSpecs
{
    private static readonly IPAddress Source = IPAddress.Parse("192.168.38.149");

    private static Announcement Of(string name, int port = 8001, int? members = null)
    {
        Assert.True(RoomName.TryCreate(name, out var room));
        return new Announcement(room, PeerAddress.Of(new IPEndPoint(Source, port)), members);
    }

    [Fact]
    public void An_announcement_is_encoded_exactly() => Assert.Equal(
        """{"name": "物联网数据平台", "ip": "192.168.38.149", "port": 8001}""",
        Encoding.UTF8.GetString(Of("物联网数据平台").ToDatagram()));

    [Fact]
    public void The_member_count_comes_after_the_fields_of_older_listeners() => Assert.Equal(
        """{"name": "room", "ip": "192.168.38.149", "port": 8001, "members": 12}""",
        Encoding.UTF8.GetString(Of("room", members: 12).ToDatagram()));

    [Theory]
    [InlineData("8080", 8080)]
    [InlineData("65536", null)]
    [InlineData("-1", null)]
    [InlineData("\"8080\"", null)]
    public void The_web_port_is_read_if_it_is_valid(string web, int? port)
    {
        var datagram = Encoding.UTF8.GetBytes(
            $$"""{"name": "room", "ip": "192.168.38.149", "port": 8001, "web": {{web}}}""");

        Assert.True(Announcement.TryRead(datagram, Source, out var announcement));
        Assert.Equal(port, announcement.Web?.Port);
        if (port is not null) Assert.Equal(datagram, announcement.ToDatagram());
    }

    [Theory]
    [InlineData("\"0123456789abcdef\"", "0123456789abcdef")]
    [InlineData("\"0123456789abcde\"", null)]
    [InlineData("\"0123456789abcdef0\"", null)]
    [InlineData("\"0123456789ABCDEF\"", null)]
    [InlineData("\"0123456789abcde\\n\"", null)]
    [InlineData("12", null)]
    [InlineData("null", null)]
    public void The_log_id_is_read_if_it_is_valid(string log, string? read)
    {
        var datagram = Encoding.UTF8.GetBytes(
            $$"""{"name": "room", "ip": "192.168.38.149", "port": 8001, "log": {{log}}}""");

        Assert.True(Announcement.TryRead(datagram, Source, out var announcement));
        Assert.Equal(read, announcement.Log);
        if (read is not null) Assert.Equal(datagram, announcement.ToDatagram());
    }

    [Theory]
    [InlineData("\"many\"")]
    [InlineData("-1")]
    [InlineData("1.5")]
    [InlineData("3000000000")]
    [InlineData("null")]
    [InlineData("[3]")]
    public void An_invalid_member_count_is_ignored(string members)
    {
        var datagram = Encoding.UTF8.GetBytes(
            $$"""{"name": "room", "ip": "192.168.38.149", "port": 8001, "members": {{members}}}""");

        Assert.True(Announcement.TryRead(datagram, Source, out var received));
        Assert.Equal(Of("room"), received);
    }

    [Fact]
    public void Quotes_and_backslashes_in_a_name_are_escaped() => Assert.Equal(
        """{"name": "the \"\\\" room", "ip": "192.168.38.149", "port": 1}""",
        Encoding.UTF8.GetString(Of("the \"\\\" room", 1).ToDatagram()));

    [Fact]
    public void An_encoded_announcement_is_decoded_to_the_same() => Property.HoldsFor(Arbitrary.Text, text =>
    {
        if (!RoomName.TryCreate(text, out var name)) return;
        var sent = new Announcement(name, new PeerAddress("192.168.38.149", 8001), text.Length);

        Assert.True(Announcement.TryRead(sent.ToDatagram(), IPAddress.Loopback, out var received));
        Assert.Equal(sent, received);
    }, times: 1000);

    [Theory]
    [InlineData("台")]
    [InlineData("\"")]
    [InlineData("\uE000")]
    [InlineData("😀")]
    public void The_longest_name_fits_into_a_datagram(string character)
    {
        var sent = Of(string.Concat(
            Enumerable.Repeat(character, RoomName.LongestLength / character.Length)), 65535, int.MaxValue);

        Assert.InRange(sent.ToDatagram().Length, 1, Announcement.LongestDatagram);
        Assert.True(Announcement.TryRead(sent.ToDatagram(), Source, out var received));
        Assert.Equal(sent, received);
    }

    [Fact]
    public void Field_order_and_unknown_fields_do_not_matter()
    {
        var datagram =
            """{ "users": [1, {"a": null}], "port": 8001, "ip": "192.168.38.149", "name": "room" }"""u8.ToArray();

        Assert.True(Announcement.TryRead(datagram, IPAddress.Loopback, out var received));
        Assert.Equal(Of("room"), received);
    }

    [Fact]
    public void The_rooms_of_a_server_come_last_and_are_read_back()
    {
        var datagram = (Of("room") with { Rooms = [("厨房", 3), ("a \"b\"", 0)] }).ToDatagram();

        Assert.Equal(
            """{"name": "room", "ip": "192.168.38.149", "port": 8001, "rooms": [["厨房", 3], ["a \"b\"", 0]]}""",
            Encoding.UTF8.GetString(datagram));
        Assert.True(Announcement.TryRead(datagram, Source, out var announcement));
        Assert.Equal([("厨房", 3), ("a \"b\"", 0)], announcement.Rooms!);
        Assert.False(announcement.HasMoreRooms);
    }

    [Fact]
    public void More_rooms_than_fit_into_a_datagram_are_said_to_be_more()
    {
        var rooms = Enumerable.Range(0, 1000).Select(number => ($"room 厨房 {number}", number)).ToArray();

        var datagram = (Of(new string('长', RoomName.LongestLength)) with { Rooms = rooms }).ToDatagram();

        Assert.InRange(datagram.Length, Announcement.LongestDatagram - 60, Announcement.LongestDatagram);
        Assert.True(Announcement.TryRead(datagram, Source, out var announcement));
        Assert.Equal(rooms.Take(announcement.Rooms!.Count), announcement.Rooms);
        Assert.True(announcement.HasMoreRooms);
    }

    [Theory]
    [InlineData("7", null)]
    [InlineData("[7]", 0)]
    [InlineData("[[\"a\"], [\"b\", -1], [\"c\\n\", 1], [\"d\", 1.5], [\"e\", 2, 3], [7, 7], [\"f\", 1]]", 1)]
    public void Rooms_that_are_none_are_left_out(string rooms, int? count)
    {
        var datagram = Encoding.UTF8.GetBytes($$"""{"name": "room", "port": 8001, "rooms": {{rooms}}}""");

        Assert.True(Announcement.TryRead(datagram, Source, out var announcement));
        Assert.Equal(count, announcement.Rooms?.Count);
    }
}
