using System.Net;
using LanChat.Fuzz.Inputs;
using LanChat.Protocol;

namespace LanChat.Fuzz.Decoders;

/// <summary>
/// UDP datagrams: an accepted announcement can be written again and is then the same.
/// </summary>
internal sealed class AnnouncementTarget : ITarget
{
    private static readonly IPAddress[] Sources =
        [.. new[] { "127.0.0.1", "192.168.38.203", "::1", "::ffff:10.0.0.1", "fe80::1%2" }.Select(IPAddress.Parse)];

    public string Name => "datagram";

    public int Read(Dice dice)
    {
        byte[] datagram = [.. Script.Of(Recordings.Of(Name), dice).SelectMany(piece => piece.Bytes)];
        var source = dice.Of(Sources);
        if (!Announcement.TryRead(datagram, source, out var announcement)) return 0;

        var again = announcement.ToDatagram();
        Broken.Unless(again.Length <= Announcement.LongestDatagram, "an announcement longer than the longest");
        Broken.Unless(Announcement.TryRead(again, source, out var same)
            && same == announcement, "an announcement that changes when announced");
        return 1;
    }
}
