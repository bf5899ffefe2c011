using System.Net.Sockets;
using LanChat.EndToEnd.Tests.Clients;
using LanChat.EndToEnd.Tests.Programs;

namespace LanChat.EndToEnd.Tests.Faults;

[Collection(FaultsCollection.Name)]
public sealed class DescriptorSpecs
{
    private const int Most = 1024;

    [Fact]
    public async Task A_process_that_runs_out_of_descriptors_says_so_once_and_accepts_again_when_it_has_some()
    {
        await using var server = await ServerProgram.StartThrough(["prlimit", $"--nofile={Most}:{Most}"], [], local: true);
        using var inside = await LineClient.Enter(server.EndPoint, "inside");
        for (var time = 1; time <= Extent.Of(2, 20); time++)
        {
            var greedy = new List<Socket>();
            for (var number = 0; number < 2 * Most; number++) greedy.Add(await Connect(server));
            await BeCutOff(greedy[^1]);
            await inside.Type($"heard for the {time}. time");
            await inside.Hear($"heard for the {time}. time");
            greedy.ForEach(socket => socket.Dispose());

            await Afterwards.AnybodyIsServed(server);
            Assert.Equal(time, server.Program.Errors.Count(line => line.Contains("as many as there may be", StringComparison.Ordinal)));
        }
    }

    /// <summary>Whoever came last is cut off last: nobody waits to be let in any more, who would make the process full a second time.</summary>
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

    /// <summary>Somebody who connects, and may be cut off before they know.</summary>
    private static async Task<Socket> Connect(ServerProgram server)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { LingerState = new LingerOption(true, 0) };
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
