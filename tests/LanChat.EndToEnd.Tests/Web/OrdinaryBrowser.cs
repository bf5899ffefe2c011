using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using LanChat.EndToEnd.Tests.Programs;

namespace LanChat.EndToEnd.Tests.Web;

/// <summary>An ordinary browser beside hostile ones.</summary>
internal static class OrdinaryBrowser
{
    private static readonly TimeSpan Promptly = TimeSpan.FromSeconds(1);
    private static int _count;

    /// <summary>A client that opens a new connection per request, from this address.</summary>
    public static HttpClient From(IPAddress address) => new(new SocketsHttpHandler
    {
        ConnectCallback = async (context, cancel) =>
        {
            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            socket.Bind(new IPEndPoint(address, 0));
            await socket.ConnectAsync(context.DnsEndPoint, cancel);
            return new NetworkStream(socket, ownsSocket: true);
        },
    });

    /// <summary>
    /// Asserts that the page loads and a client joins and gets its own message back within a
    /// second, and that the server logged no error.
    /// </summary>
    /// <param name="server">The server.</param>
    /// <param name="patiently">Whether it may take longer, because other tests run
    /// meanwhile.</param>
    public static async Task AssertIsServed(ServerProgram server, bool patiently = false)
    {
        // Tries three times: a busy machine may delay one visit, and the first one compiles much of
        // the server; a server that delays its clients delays each.
        var took = await Visit(server);
        for (var visit = 2; visit <= 3 && !patiently && took >= Promptly; visit++) took = await Visit(server);

        Assert.True(patiently || took < Promptly, $"it took {took}");
        var wrong = server.Program.Errors
            .Where(line => line.Contains(" error ", StringComparison.Ordinal)
                || line.Contains(" fail ", StringComparison.Ordinal));
        Assert.Equal("", string.Join('\n', wrong));
    }

    private static async Task<TimeSpan> Visit(ServerProgram server)
    {
        var watch = Stopwatch.StartNew();
        using var browser = new HttpClient();
        (await browser.GetAsync(server.Page)).EnsureSuccessStatusCode().Dispose();
        using var client = await Clients.WebClient.Enter(server.Page, $"ordinary {Interlocked.Increment(ref _count)}");
        await client.Say("all is well");
        await client.Receive("all is well");
        return watch.Elapsed;
    }
}
