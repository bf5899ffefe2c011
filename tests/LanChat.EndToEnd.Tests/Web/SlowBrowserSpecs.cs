using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using LanChat.EndToEnd.Tests.Clients;
using LanChat.EndToEnd.Tests.Faults;
using LanChat.EndToEnd.Tests.Programs;

namespace LanChat.EndToEnd.Tests.Web;

[Collection(FaultsCollection.Name)]
public sealed class SlowBrowserSpecs
{
    // The server's timeout is one second here: three for an idle connection, five for a body that
    // does not arrive, and a margin.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(15);

    private static readonly string[] Beginnings =
    [
        "",
        "G",
        "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-",
        "GET /ws HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n",
        "PUT /files/a.txt HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 1000\r\n\r\nabc",
        "POST /files HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 1000\r\n\r\nabc",
        "GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nab",
    ];

    [Fact]
    public async Task Hundreds_of_incomplete_requests_are_cut_off_and_do_not_affect_others()
    {
        await using var server = await ServerProgram.StartWithPage(
            "lanchat.server.web.patience=1s", "lanchat.server.uploads.per-address=1000");
        var slow = new List<SocketClient>();
        foreach (var beginning in Beginnings.SelectMany(beginning => Enumerable.Repeat(beginning, 100)))
        {
            slow.Add(await SocketClient.Connect(EndPointOf(server)));
            await slow[^1].Send(beginning);
        }

        await OrdinaryBrowser.AssertIsServed(server);

        var watch = Stopwatch.StartNew();
        await Task.WhenAll(slow.Select(WaitUntilClosed));
        Assert.True(watch.Elapsed < Longest, $"the last was cut off after {watch.Elapsed}");
        slow.ForEach(client => client.Dispose());
        await OrdinaryBrowser.AssertIsServed(server);
    }

    [Fact]
    public async Task A_stalled_download_is_cut_off_and_a_slow_one_is_not()
    {
        await using var server = await ServerProgram.StartWithPage("lanchat.server.web.unread=2s");
        using var browser = new HttpClient();
        var content = new byte[20_000_000];
        using var put = await browser.PutAsync(new Uri(server.Page, "/files/big.bin"), new ByteArrayContent(content));
        var request =
            $"GET {new Uri((await put.Content.ReadAsStringAsync()).Trim()).AbsolutePath} HTTP/1.1\r\nHost: "
                + $"127.0.0.1\r\n\r\n";
        using var idle = await SocketClient.Connect(EndPointOf(server));
        using var slow = await SocketClient.Connect(EndPointOf(server));
        await idle.Send(request);
        await slow.Send(request);

        // Reads more per second than the minimum that reopens the socket's receive window.
        var buffer = new byte[500_000];
        for (var second = 0; second < 6; second++)
        {
            await Task.Delay(TimeSpan.FromSeconds(1));
            Assert.True(await slow.Socket.ReceiveAsync(buffer) > 0);
        }

        var rest = 0L;
        await Eventually.Holds(
            async () =>
            {
                try
                {
                    var count = await idle.Socket.ReceiveAsync(buffer);
                    rest += count;
                    return count == 0;
                }
                catch (SocketException)
                {
                    return true;
                }
            },
            () => "it is not cut off");
        Assert.InRange(rest, 0, content.Length - 1);
        Assert.True(await slow.Socket.ReceiveAsync(buffer) > 0);
    }

    [Fact]
    public async Task A_client_with_all_connections_of_its_address_leaves_some_to_others()
    {
        await using var server = await ServerProgram.StartWithPage();
        var greedy = await ConnectMany(server, 1200, IPAddress.Parse("127.0.0.2"));

        await OrdinaryBrowser.AssertIsServed(server);
        greedy.ForEach(client => client.Dispose());
    }

    [Fact]
    public async Task With_few_descriptors_some_remain_when_browsers_hold_their_maximum()
    {
        await using var server = await ServerProgram.StartThrough(
            ["prlimit", "--nofile=320:320"], ["lanchat.server.listen.web=0"], local: true);
        var greedy = await ConnectMany(server, 512, IPAddress.Loopback);

        await ServerHealth.AssertClientIsServed(server);
        greedy.ForEach(client => client.Dispose());
        await Eventually.Holds(() => IsAnswered(server), () => "no browser gets in");
    }

    private static IPEndPoint EndPointOf(ServerProgram server) => new(IPAddress.Loopback, server.Page.Port);

    /// <summary>
    /// Opens connections until the last ones are cut off, possibly during connect.
    /// </summary>
    private static async Task<List<SocketClient>> ConnectMany(ServerProgram server, int count, IPAddress from)
    {
        var taken = new List<SocketClient>();
        for (var number = 0; number < count; number++)
        {
            try
            {
                taken.Add(await SocketClient.Connect(EndPointOf(server), from: from));
            }
            catch (SocketException)
            {
            }
        }

        await WaitUntilClosed(taken[^1]);
        return taken;
    }

    private static async Task<bool> IsAnswered(ServerProgram server)
    {
        try
        {
            using var browser = new HttpClient();
            using var answer = await browser.GetAsync(server.Page);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    /// <summary>Reads until the connection is closed or reset.</summary>
    private static async Task WaitUntilClosed(SocketClient client)
    {
        try
        {
            await client.ReceiveAll();
        }
        catch (SocketException)
        {
        }
    }
}
