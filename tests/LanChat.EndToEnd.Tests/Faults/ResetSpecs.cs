using LanChat.EndToEnd.Tests.Clients;
using LanChat.EndToEnd.Tests.Programs;

namespace LanChat.EndToEnd.Tests.Faults;

[Collection(FaultsCollection.Name)]
public sealed class ResetSpecs
{
    private static readonly byte[][] Halves =
    [
        [.. "{\"hel"u8], [.. "half a na"u8], [.. "half a character "u8, 0xE4, 0xBD], [
            .. "{\"hello\":1,\"nick\":\"rich\"}\n{\"say\":\"cut in the mid"u8,
        ],
        [.. "line\nhalf a li"u8], [.. "line\n/n"u8], [],
    ];

    [Fact]
    public async Task Clients_that_reset_inside_a_frame_do_not_affect_the_room()
    {
        await using var server = await ServerProgram.Start("lanchat.server.raw.quiet=1s");
        using var witness = await LineClient.Enter(server.EndPoint, "witness");
        for (var number = 0; number < FaultScale.Of(400, 10_000); number++)
        {
            var client = await SocketClient.Connect(server.EndPoint);
            await client.Send(Halves[number % Halves.Length]);
            client.Reset();
        }

        // The last of them still wait to be accepted, and whoever comes now waits behind them.
        using var last = await LineClient.Enter(server.EndPoint, "last");
        await ServerHealth.AssertClientIsServed(server);
        await witness.Type("/ls");
        while ((await witness.NextFrame(2))["data"]!.AsArray().Count > 2)
        {
        }
    }
}
