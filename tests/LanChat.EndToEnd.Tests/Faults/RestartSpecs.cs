using System.Net;
using System.Net.Sockets;
using LanChat.EndToEnd.Tests.Clients;
using LanChat.EndToEnd.Tests.Programs;

namespace LanChat.EndToEnd.Tests.Faults;

/// <summary>
/// A server that starts while its clients already knock: Akka.IO's listener loses what it accepts
/// before it takes itself for bound, and for each of those one accept.
/// </summary>
[Collection(FaultsCollection.Name)]
public sealed class RestartSpecs
{
    private const int Clients = 8;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan Rush = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task A_server_that_starts_under_clients_that_reconnect_answers_every_one_of_them()
    {
        var endPoint = new IPEndPoint(IPAddress.Loopback, FreePort.Tcp());
        for (var time = 0; time < Extent.Of(3, 100); time++)
        {
            using var rush = new CancellationTokenSource();
            var answered = Enumerable.Range(0, Clients).Select(
                number => Reconnect(endPoint, $"client {number}", rush.Token)).ToArray();

            await using var server = await ServerProgram.Start($"lanchat.server.listen.json={endPoint.Port}");
            rush.CancelAfter(Rush);

            Assert.All(await Task.WhenAll(answered), count => Assert.NotEqual(0, count));
            await Afterwards.AnybodyIsServed(server);
            server.Program.Signal(RunningProgram.Kill);
            await server.Program.ExitCode();
        }
    }

    /// <summary>
    /// Enters, leaves and enters again; says how often. Whoever is accepted is answered, or this
    /// waits in vain and fails.
    /// </summary>
    private static async Task<int> Reconnect(IPEndPoint endPoint, string name, CancellationToken rush)
    {
        using var pace = new PeriodicTimer(Pause);
        for (var entered = 0; ; await pace.WaitForNextTickAsync(CancellationToken.None))
        {
            if (rush.IsCancellationRequested) return entered;
            try
            {
                using var client = await RichClient.Enter(endPoint, name);
                await client.NextFrame(3);
                entered++;
            }
            catch (SocketException)
            {
                // Nobody listens yet.
            }
        }
    }
}
