using System.Net;
using System.Net.Sockets;
using LanChat.EndToEnd.Tests.Clients;
using LanChat.EndToEnd.Tests.Programs;

namespace LanChat.EndToEnd.Tests.Faults;

/// <summary>
/// A server that starts while clients reconnect: Akka.IO's listener loses connections accepted
/// before it is bound, and one pending accept for each.
/// </summary>
[Collection(FaultsCollection.Name)]
public sealed class RestartSpecs
{
    private const int Clients = 8;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan RushDuration = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task A_server_that_starts_while_clients_reconnect_answers_all_of_them()
    {
        var endPoint = new IPEndPoint(IPAddress.Loopback, FreePort.Tcp());
        for (var time = 0; time < FaultScale.Of(3, 100); time++)
        {
            using var rush = new CancellationTokenSource();
            var answered = Enumerable.Range(0, Clients).Select(
                number => Reconnect(endPoint, $"client {number}", rush.Token)).ToArray();

            await using var server = await ServerProgram.Start($"lanchat.server.listen.json={endPoint.Port}");
            rush.CancelAfter(RushDuration);

            Assert.All(await Task.WhenAll(answered), count => Assert.NotEqual(0, count));
            await ServerHealth.AssertClientIsServed(server);
            server.Program.Signal(RunningProgram.Kill);
            await server.Program.ExitCode();
        }
    }

    /// <summary>
    /// Joins and leaves repeatedly and returns how often. An accepted connection that gets no reply
    /// fails by timeout.
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
