using System.Net.Sockets;
using System.Security.Cryptography;
using LanChat.EndToEnd.Tests.Clients;
using LanChat.EndToEnd.Tests.Programs;

namespace LanChat.EndToEnd.Tests.Web;

public sealed class HostileWebSocketSpecs
{
    private const string Hello = "{\"hello\":1,\"nick\":\"eve\"}";

    private static readonly byte[][] Nonsense =
    [
        // Random bytes.
        RawWebSocket.Frame(RawWebSocket.End | RawWebSocket.Binary, RandomNumberGenerator.GetBytes(1000)),
        // Invalid UTF-8, and half a character at the end.
        RawWebSocket.Frame(RawWebSocket.End | RawWebSocket.Text, [(byte)'"', 0xC3, 0x28, 0xFF]),
        RawWebSocket.Frame(RawWebSocket.End | RawWebSocket.Text, [0xE4, 0xB8]),
        // A reserved bit without an extension, and an unknown opcode.
        RawWebSocket.Frame(RawWebSocket.End | 0x40 | RawWebSocket.Text, [1, 2, 3]),
        RawWebSocket.Frame(RawWebSocket.End | 0xB, []),
        // A fragmented ping, and one that is too long.
        RawWebSocket.Frame(RawWebSocket.Ping, []),
        RawWebSocket.Frame(RawWebSocket.End | RawWebSocket.Ping, new byte[126]),
        // A negative length.
        RawWebSocket.Frame(RawWebSocket.Text, [], ulong.MaxValue),
        // A continuation of nothing.
        RawWebSocket.Frame(RawWebSocket.End, [1]),
        // A close that is too short.
        RawWebSocket.Frame(RawWebSocket.End | 8, [3]),
    ];

    [Fact]
    public async Task A_malformed_frame_ends_its_own_connection_only()
    {
        await using var server = await ServerProgram.StartWithPage();
        using var ben = await LineClient.Enter(server.EndPoint, "ben");
        foreach (var frame in Nonsense)
        {
            using var eve = await RawWebSocket.Open(server.Page);
            await eve.Say(Hello);
            await ben.Receive("【eve】加入");

            await eve.Client.Send(frame);

            await ben.Receive("【eve】下线了");
            await OrdinaryBrowser.AssertIsServed(server);
        }
    }

    [Theory]
    [InlineData(1UL << 40)]
    [InlineData((ulong)long.MaxValue)]
    public async Task A_frame_of_gigabytes_is_cut_off_at_the_maximum_line_length(ulong announced)
    {
        await using var server = await ServerProgram.StartWithPage();
        using var ben = await LineClient.Enter(server.EndPoint, "ben");
        using var eve = await RawWebSocket.Open(server.Page);
        await eve.Say(Hello);
        await ben.Receive("【eve】加入");

        await eve.Client.Send(RawWebSocket.Frame(RawWebSocket.Text, [], announced));
        var piece = new byte[64 * 1024];
        Array.Fill(piece, (byte)'x');
        await Assert.ThrowsAnyAsync<SocketException>(async () =>
        {
            for (var sent = 0L; sent < 1L << 30; sent += piece.Length) await eve.Client.Send(piece);
        });

        await ben.Receive("【eve】下线了");
        await OrdinaryBrowser.AssertIsServed(server);
    }

    [Fact]
    public async Task Floods_of_pings_and_empty_fragments_do_not_affect_others()
    {
        await using var server = await ServerProgram.StartWithPage("lanchat.server.flood.rate=10");
        using var over = new CancellationTokenSource();
        var pings = Repeat(RawWebSocket.Frame(RawWebSocket.End | RawWebSocket.Ping, []), 10_000);
        var pieces = Repeat(RawWebSocket.Frame(0, []), 10_000);
        var flooders = new List<(RawWebSocket Socket, Task Flood)>();
        for (var number = 0; number < 40; number++)
        {
            var eve = await RawWebSocket.Open(server.Page);
            if (number % 2 == 1) await eve.Client.Send(RawWebSocket.Frame(RawWebSocket.Text, "{"u8.ToArray()));
            var flood = number % 2 == 0 ? pings : pieces;
            flooders.Add((eve, Task.Run(() => Flood(eve, flood, over.Token))));
        }

        for (var time = 0; time < 3; time++) await OrdinaryBrowser.AssertIsServed(server);
        await over.CancelAsync();
        foreach (var (socket, flood) in flooders)
        {
            socket.Dispose();
            await flood;
        }

        await OrdinaryBrowser.AssertIsServed(server);
    }

    [Fact]
    public async Task Extensions_are_declined()
    {
        await using var server = await ServerProgram.StartWithPage();

        using var eve = await RawWebSocket.Open(
            server.Page, "Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits\r\n");

        Assert.DoesNotContain("Sec-WebSocket-Extensions", eve.Answer);
    }

    [Fact]
    public async Task A_silent_connection_and_half_a_message_are_disconnected()
    {
        await using var server = await ServerProgram.StartWithPage("lanchat.server.limits.greeting=1s");
        using var silent = await RawWebSocket.Open(server.Page);
        using var half = await RawWebSocket.Open(server.Page);
        await half.Client.Send(RawWebSocket.Frame(RawWebSocket.Text, "{\"hello\":1,"u8.ToArray()));

        await silent.Client.Receive();
        await half.Client.Receive();

        await OrdinaryBrowser.AssertIsServed(server);
    }

    private static async Task Flood(RawWebSocket eve, byte[] flood, CancellationToken over)
    {
        try
        {
            // Pongs must be read, or they would stop the flood.
            var reading = Task.Run(eve.Client.ReceiveAll, over);
            while (!over.IsCancellationRequested) await eve.Client.Socket.SendAsync(flood, over);
            await reading;
        }
        catch (Exception ended) when (ended is SocketException or OperationCanceledException or ObjectDisposedException)
        {
        }
    }

    private static byte[] Repeat(byte[] frame, int times) =>
        [.. Enumerable.Repeat(frame, times).SelectMany(bytes => bytes)];
}
