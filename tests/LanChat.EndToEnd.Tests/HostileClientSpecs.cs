using System.Diagnostics;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using LanChat.EndToEnd.Tests.Clients;
using LanChat.EndToEnd.Tests.Programs;

namespace LanChat.EndToEnd.Tests;

public sealed class HostileClientSpecs(OneServer one) : IClassFixture<OneServer>
{
    public static TheoryData<byte[], string> Nonsense => new()
    {
        { "\0\n"u8.ToArray(), "not text" },
        { [0x81, 0x20, (byte)'\n'], "not text" },
        { Encoding.UTF8.GetBytes("\u202Eevil\n"), "nickname" },
        { "系统消息\n"u8.ToArray(), "room itself" },
        { "\n"u8.ToArray(), "at least one" },
        { "{\"hello\":1,\"nick\":7}\n"u8.ToArray(), "JSON object" },
        { Encoding.UTF8.GetBytes(new string('x', 101) + "\n"), "too long" },
        { "GET / HTTP/1.1\r\nHost: x\r\n\r\n"u8.ToArray(), "HTTP/1.1 400 Bad Request" },
    };

    [Theory]
    [MemberData(nameof(Nonsense))]
    public async Task An_invalid_greeting_is_answered_once_and_the_client_disconnected(byte[] greeting, string answer)
    {
        using var client = await SocketClient.Connect(one.Server.EndPoint);
        await client.Send(greeting);

        Assert.Contains(answer, await client.ReceiveAll());
    }

    [Fact]
    public async Task A_TLS_hello_is_answered_with_an_alert()
    {
        using var client = await SocketClient.Connect(one.Server.EndPoint);
        await client.Send([0x16, 0x03, 0x01, 0x02, 0x00, 0x01, 0x00]);

        Assert.StartsWith("\u0015\u0003\u0003", await client.ReceiveAll());
    }

    [Fact]
    public async Task A_line_without_an_end_is_refused_at_the_limit()
    {
        using var witness = await LineClient.Enter(one.Server.EndPoint, "calm");
        using var client = await SocketClient.Connect(one.Server.EndPoint);
        await client.Send("flood\n");
        var reading = client.ReceiveAll();
        var piece = Encoding.ASCII.GetBytes(new string('x', 64 * 1024));
        await Assert.ThrowsAnyAsync<SocketException>(async () =>
        {
            for (var sent = 0L; sent < 1L << 30; sent += piece.Length) await client.Send(piece);
        });

        // The reset may overtake the reason while the client goes on sending; the leave is
        // published in any case.
        await witness.Receive("【flood】下线了");
        await Task.WhenAny(reading);
        _ = reading.Exception;
    }

    [Fact]
    public async Task A_line_just_above_the_limit_is_refused()
    {
        using var client = await SocketClient.Connect(one.Server.EndPoint);
        await client.Send("long\n" + new string('x', (64 * 1024) + 1) + "\n");

        Assert.Contains("too long", await client.ReceiveAll());
    }

    [Fact]
    public async Task A_slow_reader_is_disconnected_with_a_reason_and_does_not_affect_others()
    {
        await using var server = await ServerProgram.Start("lanchat.server.limits.waiting=256KiB");
        using var talker = await LineClient.Enter(server.EndPoint, "talker");
        using var slow = await SocketClient.Connect(server.EndPoint, receiveBuffer: 4096);
        await slow.Send("slow\n");
        await talker.Receive("【slow】加入");

        var text = new string('y', 60_000);
        var hasLeft = false;
        for (var said = 0; !hasLeft; said++)
        {
            Assert.True(said < 5000, "the slow reader was never closed");
            await talker.Type(text);

            // Reads its own message back, so that the talker is no slow reader itself.
            JsonNode message;
            do
            {
                message = (await talker.NextFrame(1))["data"]![0]!;
                hasLeft |= ((string)message["message"]!).Contains("【slow】下线了", StringComparison.Ordinal);
            }
            while ((string)message["nickname"]! != "talker");
        }

        Assert.Contains("more slowly than the room talks", await slow.ReceiveAll());
    }

    [Fact]
    public async Task Clients_that_reset_inside_a_line_do_not_affect_the_room()
    {
        using var witness = await LineClient.Enter(one.Server.EndPoint, "steady");
        foreach (var number in Enumerable.Range(0, 200))
        {
            var client = await SocketClient.Connect(one.Server.EndPoint);
            await client.Send(number % 2 == 0 ? $"gone {number}\nhalf a li" : $"gone {number}");
            client.Reset();
        }

        var watch = Stopwatch.StartNew();
        using var next = await LineClient.Enter(one.Server.EndPoint, "next");
        await next.Type("still here");
        await witness.Receive("still here");
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"it took {watch.Elapsed}");
    }
}
