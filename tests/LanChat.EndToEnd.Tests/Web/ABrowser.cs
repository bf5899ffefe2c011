using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using LanChat.EndToEnd.Tests.Programs;

namespace LanChat.EndToEnd.Tests.Web;

/// <summary>An ordinary browser beside those that are not.</summary>
internal static class ABrowser
{
    private static readonly TimeSpan Promptly = TimeSpan.FromSeconds(1);
    private static int _count;

    /// <summary>One that connects anew for each request, from an address.</summary>
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
    /// It is shown the page, enters and speaks within a second, and the server has no error to tell
    /// of.
    /// </summary>
    /// <param name="server">The server.</param>
    /// <param name="patiently">Whether it may take longer, since other tests run meanwhile.</param>
    public static async Task IsServed(ServerProgram server, bool patiently = false)
    {
        // A busy machine may stop anybody once, and the first visit compiles much of the server;
        // one it makes wait is made to wait each time.
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
        await client.Hear("all is well");
        return watch.Elapsed;
    }
}
