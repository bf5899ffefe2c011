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
    public async Task A_process_out_of_descriptors_logs_it_once_a_minute_and_recovers(int few)
    {
        var most = few + ServerProgram.DescriptorsOfTransport;
        await using var server = await ServerProgram.StartThrough(
            ["prlimit", $"--nofile={most}:{most}"], [], local: true);
        using var inside = await LineClient.Enter(server.EndPoint, "inside");
        var watch = Stopwatch.StartNew();
        for (var time = 1; time <= FaultScale.Of(2, 20); time++)
        {
            var greedy = new List<Socket>();
            var many = FaultScale.Of(most, 2 * most);
            for (var number = 0; number < many; number++) greedy.Add(await Connect(server));
            await WaitUntilCutOff(greedy[^1]);
            await inside.Type($"heard for the {time}. time");
            await inside.Receive($"heard for the {time}. time");
            greedy.ForEach(socket => socket.Dispose());

            await ServerHealth.AssertClientIsServed(server, name => EnterWhenPossible(server, name));
            Assert.InRange(LogEntries(server), 1, 1 + (int)watch.Elapsed.TotalMinutes);
        }
    }

    [Fact]
    public async Task A_process_with_too_few_descriptors_does_not_start()
    {
        await using var server = RunningProgram.Start(
            "lanchat-server", ["--memory", "--set", "lanchat.discovery.targets=[127.255.255.255]"], [
                "prlimit", "--nofile=199:199",
            ]);

        Assert.Equal(2, await server.ExitCode());
        Assert.Contains("199", Assert.Single(server.Errors));
    }

    private static int LogEntries(ServerProgram server) =>
        server.Program.Errors.Count(line => line.Contains("as many as there may be", StringComparison.Ordinal));

    /// <summary>
    /// Waits until the last connection is cut off: then no other is pending that would fill the
    /// process a second time.
    /// </summary>
    private static async Task WaitUntilCutOff(Socket last)
    {
        try
        {
            Assert.Equal(0, await last.ReceiveAsync(new byte[1]).WaitAsync(TimeSpan.FromSeconds(10)));
        }
        catch (SocketException)
        {
            // A reset is the expected way.
        }
    }

    /// <summary>
    /// Retries until the server has noticed that the others are gone. The time that takes is tested
    /// elsewhere.
    /// </summary>
    private static async Task<LineClient> EnterWhenPossible(ServerProgram server, string name)
    {
        using var timeout = new CancellationTokenSource(RunningProgram.Timeout);
        while (true)
        {
            try
            {
                return await LineClient.Enter(server.EndPoint, name);
            }
            catch (Exception cutOff) when (cutOff is IOException or SocketException)
            {
                timeout.Token.ThrowIfCancellationRequested();
            }
        }
    }

    /// <summary>Connects; the connection may be cut off at once.</summary>
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
