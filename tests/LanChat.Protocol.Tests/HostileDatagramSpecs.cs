using System.Net;
using System.Text;
using FsCheck.Fluent;

namespace LanChat.Protocol.Tests;

public sealed class HostileDatagramSpecs
{
    private static bool IsAnnouncement(byte[] datagram)
    {
        var good = Announcement.TryRead(datagram, IPAddress.Loopback, out var announcement);
        Assert.Equal(good, announcement is not null);
        return good;
    }

    [Theory]
    [InlineData("")]
    [InlineData("hello")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("8001")]
    [InlineData("{}")]
    [InlineData("{\"name\": \"room\"}")]
    [InlineData("{\"port\": 8001}")]
    [InlineData("{\"name\": 1, \"port\": 8001}")]
    [InlineData("{\"name\": null, \"port\": 8001}")]
    [InlineData("{\"name\": \"\", \"port\": 8001}")]
    [InlineData("{\"name\": \"a\\u0000b\", \"port\": 8001}")]
    [InlineData("{\"name\": \"\\ud800\", \"port\": 8001}")]
    [InlineData("{\"\\ud800\": 1, \"port\": 8001}")]
    [InlineData("{\"name\": \"room\", \"port\": \"8001\"}")]
    [InlineData("{\"name\": \"room\", \"port\": 0}")]
    [InlineData("{\"name\": \"room\", \"port\": -1}")]
    [InlineData("{\"name\": \"room\", \"port\": 65536}")]
    [InlineData("{\"name\": \"room\", \"port\": 8001.5}")]
    [InlineData("{\"name\": \"room\", \"port\": 1e99}")]
    [InlineData("{\"name\": \"room\", \"port\": 8001} trailing")]
    [InlineData("{\"name\": \"room\", \"port\": 8001")]
    [InlineData("\uFEFF{\"name\": \"room\", \"port\": 8001}")]
    public void A_datagram_that_is_no_announcement_is_dropped(string text) =>
        Assert.False(IsAnnouncement(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void Deep_nesting_and_invalid_encodings_are_dropped()
    {
        Assert.False(IsAnnouncement(
            [.. "{\"name\": \"room\", \"port\": 8001, \"x\": "u8, .. Enumerable.Repeat((byte)'[', 1000)]));
        Assert.False(IsAnnouncement([.. "{\"name\": \""u8, 0xC4, 0xE3, .. "\", \"port\": 8001}"u8]));
    }

    [Fact]
    public void A_datagram_that_is_too_long_is_dropped()
    {
        var said = """{"name": "room", "port": 8001}"""u8;

        Assert.True(
            IsAnnouncement([.. said, .. Enumerable.Repeat((byte)' ', Announcement.LongestDatagram - said.Length)]));
        Assert.False(
            IsAnnouncement([.. said, .. Enumerable.Repeat((byte)' ', Announcement.LongestDatagram - said.Length + 1)]));
    }

    [Fact]
    public void Arbitrary_input_does_no_harm() =>
        Property.HoldsFor(Arbitrary.Bytes, bytes => IsAnnouncement(bytes), times: 3000);

    [Fact]
    public void An_announcement_with_changed_bytes_does_no_harm()
    {
        var good =
            """{"name": "物联网\n", "ip": "192.168.38.149", "port": 8001, "more": {"a": [1, 2e3, null]}}"""u8.ToArray();
        var change = Gen.Choose(0, good.Length - 1).SelectMany(
            at => Gen.Choose(0, 255).Select(value => (At: at, Value: (byte)value)));

        Property.HoldsFor(change.ArrayOf(3), changes =>
        {
            var datagram = good.ToArray();
            foreach (var (at, value) in changes) datagram[at] = value;
            IsAnnouncement(datagram);
        }, times: 3000);
    }
}
