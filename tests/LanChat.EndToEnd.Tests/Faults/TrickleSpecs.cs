using LanChat.EndToEnd.Tests.Clients;
using LanChat.EndToEnd.Tests.Programs;

namespace LanChat.EndToEnd.Tests.Faults;

[Collection(FaultsCollection.Name)]
public sealed class TrickleSpecs
{
    [Fact]
    public async Task A_client_that_reads_one_byte_per_second_is_disconnected_without_affecting_others()
    {
        await using var server = await ServerProgram.Start("lanchat.server.limits.waiting=256KiB");
        using var talker = await LineClient.Enter(server.EndPoint, "talker");
        using var trickle = await SocketClient.Connect(server.EndPoint, receiveBuffer: 4096);
        await trickle.Send("trickle\n");
        using var enough = new CancellationTokenSource();
        var read = ReadByteByByte(trickle, enough.Token);
        await talker.Receive("【trickle】加入");

        var text = new string('y', 60_000);
        for (var (said, isThere) = (0, true); isThere; said++)
        {
            Assert.True(said < 2000, "it was never closed");
            await talker.Type(text);
            string received;
            do
            {
                received = (string)(await talker.NextFrame(1))["data"]![0]!["message"]!;
                isThere &= !received.Contains("【trickle】下线了", StringComparison.Ordinal);
            }
            while (received.Length < text.Length);
        }

        await enough.CancelAsync();
        Assert.InRange(await read, 1, 60);
        await ServerHealth.AssertClientIsServed(server);
    }

    private static async Task<int> ReadByteByByte(SocketClient client, CancellationToken enough)
    {
        using var second = new PeriodicTimer(TimeSpan.FromSeconds(1));
        var bytes = 0;
        try
        {
            do
            {
                await client.Receive(1, enough);
                bytes++;
            }
            while (await second.WaitForNextTickAsync(enough));
        }
        catch (OperationCanceledException)
        {
        }

        return bytes;
    }
}
