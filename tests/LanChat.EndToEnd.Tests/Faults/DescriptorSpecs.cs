using System.Diagnostics;
using System.Net.Sockets;
using LanChat.EndToEnd.Tests.Clients;
using LanChat.EndToEnd.Tests.Programs;

namespace LanChat.EndToEnd.Tests.Faults;

[Collection(FaultsCollection.Name)]
public sealed class DescriptorSpecs
{
    [Theory]
    [InlineData(256)]
    [InlineData(1024)]
    public async Task A_process_that_runs_out_of_descriptors_says_so_once_a_minute_and_accepts_again_when_it_has_some(int few)
    {
        var most = few + ServerProgram.DescriptorsOfTransport;
        await using var server = await ServerProgram.StartThrough(
            ["prlimit", $"--nofile={most}:{most}"], [], local: true);
        using var inside = await LineClient.Enter(server.EndPoint, "inside");
        var watch = Stopwatch.StartNew();
        for (var time = 1; time <= Extent.Of(2, 20); time++)
        {
            var greedy = new List<Socket>();
            var many = Extent.Of(most, 2 * most);
            for (var number = 0; number < many; number++) greedy.Add(await Connect(server));
            await BeCutOff(greedy[^1]);
            await inside.Type($"heard for the {time}. time");
            await inside.Hear($"heard for the {time}. time");
            greedy.ForEach(socket => socket.Dispose());

            await Afterwards.AnybodyIsServed(server, name => BeLetIn(server, name));
            Assert.InRange(Complaints(server), 1, 1 + (int)watch.Elapsed.TotalMinutes);
        }
    }

    [Fact]
    public async Task A_process_that_may_have_too_few_is_not_started()
    {
        await using var server = RunningProgram.Start(
            "lanchat-server", ["--memory", "--set", "lanchat.discovery.targets=[127.255.255.255]"], [
                "prlimit", "--nofile=199:199",
            ]);

        Assert.Equal(2, await server.ExitCode());
        Assert.Contains("199", Assert.Single(server.Errors));
    }

    private static int Complaints(ServerProgram server) =>
        server.Program.Errors.Count(line => line.Contains("as many as there may be", StringComparison.Ordinal));

    /// <summary>
    /// Whoever came last is cut off last: nobody waits to be let in any more, who would make the
    /// process full a second time.
    /// </summary>
    private static async Task BeCutOff(Socket last)
    {
        try
        {
            Assert.Equal(0, await last.ReceiveAsync(new byte[1]).WaitAsync(TimeSpan.FromSeconds(10)));
        }
        catch (SocketException)
        {
            // Reset: that is how it is done.
        }
    }

    /// <summary>
    /// Tries until the server has seen that the others are gone; until then it is full. How long
    /// that may take is said elsewhere.
    /// </summary>
    private static async Task<LineClient> BeLetIn(ServerProgram server, string name)
    {
        using var patience = new CancellationTokenSource(RunningProgram.Patience);
        while (true)
        {
            try
            {
                return await LineClient.Enter(server.EndPoint, name);
            }
            catch (Exception cutOff) when (cutOff is IOException or SocketException)
            {
                patience.Token.ThrowIfCancellationRequested();
            }
        }
    }

    /// <summary>Somebody who connects, and may be cut off before they know.</summary>
    private static async Task<Socket> Connect(ServerProgram server)
    {
        var socket = new Socket(
            AddressFamily.InterNetwork,
            SocketType.Stream,
            ProtocolType.Tcp)
        {
            LingerState = new LingerOption(true, 0),
        };
        try
        {
            await socket.ConnectAsync(server.EndPoint);
        }
        catch (SocketException)
        {
        }

        return socket;
    }
}
