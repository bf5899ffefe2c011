using System.Buffers.Binary;
using System.Net;
using LanChat.EndToEnd.Tests.Clients;

namespace LanChat.EndToEnd.Tests.Web;

/// <summary>A WebSocket that sends invalid frames.</summary>
internal sealed class RawWebSocket : IDisposable
{
    public const byte Text = 1;
    public const byte Binary = 2;
    public const byte Ping = 9;
    public const byte End = 0x80;

    private RawWebSocket(SocketClient client, string answer) => (Client, Answer) = (client, answer);

    public SocketClient Client { get; }

    /// <summary>The server's response to the handshake.</summary>
    public string Answer { get; }

    public static string Handshake(Uri page, string more = "") =>
        $"GET /ws HTTP/1.1\r\nHost: {page.Authority}\r\nUpgrade: websocket\r\nConnection: "
            + $"Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n{more}\r\n";

    public static async Task<RawWebSocket> Open(Uri page, string more = "", IPAddress? from = null)
    {
        var client = await SocketClient.Connect(new IPEndPoint(IPAddress.Parse(page.Host), page.Port), from: from);
        await client.Send(Handshake(page, more));
        var answer = await client.Receive();
        Assert.StartsWith("HTTP/1.1 101 ", answer);
        return new RawWebSocket(client, answer!);
    }

    /// <summary>A frame with mask 0, which leaves its content unchanged.</summary>
    /// <param name="first">
    /// The opcode, with <see cref="End"/> on the last frame of a message.
    /// </param>
    /// <param name="content">The payload.</param>
    /// <param name="announced">The length in the header; the real one if null.</param>
    public static byte[] Frame(int first, byte[] content, ulong? announced = null)
    {
        byte[] header = [(byte)first, 0x80 | 127, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
        var length = announced ?? (ulong)content.Length;
        if (length >= 126)
        {
            BinaryPrimitives.WriteUInt64BigEndian(header.AsSpan(2), length);
            return [.. header, .. content];
        }

        return [(byte)first, (byte)(0x80 | length), 0, 0, 0, 0, .. content];
    }

    public Task Say(string line) => Client.Send(Frame(End | Text, System.Text.Encoding.UTF8.GetBytes(line)));

    public void Dispose() => Client.Dispose();
}
