using System.Net;
using System.Text;
using LanChat.Protocol;

namespace LanChat.Benchmarks;

/// <summary>
/// The text of all benchmarks: messages of 100 bytes by one of two speakers, as in yardstick.
/// </summary>
internal static class Sample
{
    public static readonly string Text = new('x', 100);

    public static readonly PeerAddress Speaker = PeerAddress.Of(new IPEndPoint(IPAddress.Loopback, 40_000));

    /// <summary>One read of lines, the first of them a nickname.</summary>
    public static byte[] Lines(int count) =>
        Encoding.UTF8.GetBytes("sender\n" + string.Concat(Enumerable.Repeat(Text + "\n", count)));

    public static RoomEvent[] Turn(int messages) =>
    [
        .. Enumerable.Range(1, messages).Select(id => new RoomEvent.Spoken(
            new ChatMessage(id, MessageKind.Said, "sender", Speaker, Text, new DateTime(2026, 1, 2, 3, 4, 5)))),
    ];
}
