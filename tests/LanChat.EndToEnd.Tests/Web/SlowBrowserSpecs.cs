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
    // The server's patience is a second here; for a connection that asks nothing, three; with a
    // body that does not come, five, and a moment.
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
    public async Task Hundreds_who_never_end_what_they_begin_are_cut_off_and_cost_nobody_anything()
    {
        await using var server = await ServerProgram.StartWithPage(
            "lanchat.server.web.patience=1s", "lanchat.server.uploads.per-address=1000");
        var slow = new List<SocketClient>();
        foreach (var beginning in Beginnings.SelectMany(beginning => Enumerable.Repeat(beginning, 100)))
        {
            slow.Add(await SocketClient.Connect(EndPointOf(server)));
            await slow[^1].Send(beginning);
        }

        await ABrowser.IsServed(server);

        var watch = Stopwatch.StartNew();
        await Task.WhenAll(slow.Select(End));
        Assert.True(watch.Elapsed < Longest, $"the last was cut off after {watch.Elapsed}");
        slow.ForEach(client => client.Dispose());
        await ABrowser.IsServed(server);
    }

    [Fact]
    public async Task Who_takes_nothing_of_a_download_is_cut_off_and_who_reads_slowly_is_not()
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

        // Each second somewhat more than the system says "there is room again" for.
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
    public async Task Somebody_who_takes_every_place_an_address_may_have_leaves_some_to_others()
    {
        await using var server = await ServerProgram.StartWithPage();
        var greedy = await TakeAll(server, 1200, IPAddress.Parse("127.0.0.2"));

        await ABrowser.IsServed(server);
        greedy.ForEach(client => client.Dispose());
    }

    [Fact]
    public async Task A_process_with_few_descriptors_has_some_left_when_browsers_hold_all_they_may()
    {
        await using var server = await ServerProgram.StartThrough(
            ["prlimit", "--nofile=320:320"], ["lanchat.server.listen.web=0"], local: true);
        var greedy = await TakeAll(server, 512, IPAddress.Loopback);

        await Afterwards.AnybodyIsServed(server);
        greedy.ForEach(client => client.Dispose());
        await Eventually.Holds(() => IsAnswered(server), () => "no browser gets in");
    }

    private static IPEndPoint EndPointOf(ServerProgram server) => new(IPAddress.Loopback, server.Page.Port);

    /// <summary>
    /// Connects so many times that the last are cut off, perhaps before they know that they were
    /// connected.
    /// </summary>
    private static async Task<List<SocketClient>> TakeAll(ServerProgram server, int count, IPAddress from)
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

        await End(taken[^1]);
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

    /// <summary>Reads until it is cut off, one way or the other.</summary>
    private static async Task End(SocketClient client)
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
