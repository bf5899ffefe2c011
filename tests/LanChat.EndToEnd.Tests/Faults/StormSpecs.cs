using LanChat.EndToEnd.Tests.Clients;
using LanChat.EndToEnd.Tests.Programs;

namespace LanChat.EndToEnd.Tests.Faults;

[Collection(FaultsCollection.Name)]
public sealed class StormSpecs
{
    private const int PerMinute = 10_000;

    [Fact]
    public async Task Ten_thousand_connects_and_disconnects_a_minute_do_not_affect_others()
    {
        await using var server = await ServerProgram.Start();
        using var pace = new PeriodicTimer(TimeSpan.FromMinutes(1) / PerMinute);
        for (var number = 0; number < FaultScale.Of(1000, PerMinute) && await pace.WaitForNextTickAsync(); number++)
        {
            // Some send nothing, some join, some close their side, some reset.
            using var client = await SocketClient.Connect(server.EndPoint);
            if (number % 2 == 0) await client.Send($"guest {number}\n");
            if (number % 3 == 0) client.EndSending();
            if (number % 5 == 0) client.Reset();
        }

        await ServerHealth.AssertClientIsServed(server);
    }

    [Fact]
    public async Task Thousands_of_silent_connections_do_not_keep_clients_out()
    {
        await using var server = await ServerProgram.Start();
        var silent = new List<SocketClient>();
        for (var number = 0; number < FaultScale.Of(500, 5000); number++)
            silent.Add(await SocketClient.Connect(server.EndPoint));

        await ServerHealth.AssertClientIsServed(server);

        silent.ForEach(client => client.Reset());
        await ServerHealth.AssertClientIsServed(server);
    }
}
