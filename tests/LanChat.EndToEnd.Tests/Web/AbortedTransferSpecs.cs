using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using LanChat.EndToEnd.Tests.Clients;
using LanChat.EndToEnd.Tests.Faults;
using LanChat.EndToEnd.Tests.Programs;

namespace LanChat.EndToEnd.Tests.Web;

[Collection(FaultsCollection.Name)]
public sealed class AbortedTransferSpecs
{
    private static readonly HttpClient Browser = new();

    [Fact]
    public async Task Clients_that_reset_inside_a_download_or_upload_do_not_affect_others()
    {
        await using var server = await ServerProgram.StartWithPage();
        var link = await Put(server, 5_000_000);
        for (var number = 0; number < FaultScale.Of(200, 2000); number++)
        {
            using var client = await SocketClient.Connect(
                new IPEndPoint(IPAddress.Loopback, server.Page.Port), receiveBuffer: 4096);
            var request = number % 2 == 0 ? $"GET {link.AbsolutePath}" : "PUT /files/a.txt";
            await client.Send($"{request} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: {number % 2 * 1000}\r\n\r\n");
            if (number % 2 == 0) await client.Receive();
            client.Reset();
        }

        await OrdinaryBrowser.AssertIsServed(server);
    }

    [Fact]
    public async Task A_server_ends_within_two_seconds_during_transfers()
    {
        await using var server = await ServerProgram.StartWithPage();
        var link = await Put(server, 20_000_000);
        var tus = new TusClient(server.Page);
        using var created = await tus.Create("a.bin", 1_000_000);
        using var ended = new SemaphoreSlim(0);
        var upload = tus.Append(
            tus.LocationOf(created), 0, new InterruptedContent(new byte[1_000_000], 500_000, () => ended.WaitAsync()));
        using var download = await SocketClient.Connect(
            new IPEndPoint(IPAddress.Loopback, server.Page.Port), receiveBuffer: 4096);
        await download.Send($"GET {link.AbsolutePath} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");
        await download.Receive();
        await Eventually.Holds(async () => await tus.OffsetOf(tus.LocationOf(created)) > 0
            || !upload.IsCompleted, () => "nothing comes");

        var watch = Stopwatch.StartNew();
        Assert.Equal(0, await server.Stop());
        Assert.True(
            watch.Elapsed < TimeSpan.FromSeconds(2.5),
            $"it took {watch.Elapsed}"); // the process itself needs some time as well

        ended.Release();
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => upload);
    }

    private static async Task<Uri> Put(ServerProgram server, int size)
    {
        using var body = new ByteArrayContent(new byte[size])
        {
            Headers = { ContentType = new MediaTypeHeaderValue("application/octet-stream") },
        };
        using var put = await Browser.PutAsync(new Uri(server.Page, "/files/a.bin"), body);
        return new Uri((await put.EnsureSuccessStatusCode().Content.ReadAsStringAsync()).Trim());
    }
}
