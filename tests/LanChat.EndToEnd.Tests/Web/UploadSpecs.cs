using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using LanChat.EndToEnd.Tests.Clients;
using LanChat.EndToEnd.Tests.Programs;

namespace LanChat.EndToEnd.Tests.Web;

public sealed class UploadSpecs(SharedServers servers) : IClassFixture<SharedServers>, IDisposable
{
    private static readonly (string Name, string Shared)[] NearestNames =
    [
        ("shot 10:32:01.png", "shot 10_32_01.png"), ("aux.c", "_aux.c"), ("a\\b", "a_b"),
        ("Cafe\u0301.txt", "Caf\u00E9.txt"),
    ];

    private static readonly HttpClient Browser = new();
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("lanchat-uploads-");

    public void Dispose() => _data.Delete(recursive: true);

    [Fact]
    public async Task An_upload_in_chunks_is_published_under_its_uploader_and_downloads_unchanged()
    {
        await using var server = await ServerProgram.StartWithPage();
        using var ben = await LineClient.Enter(server.EndPoint, "ben");
        using var ann = await RichClient.Enter(server.EndPoint, "ann");
        var tus = new TusClient(server.Page, await TokenOf(ann));
        var content = RandomNumberGenerator.GetBytes(1_000_000);
        using var created = await tus.Create(
            "big 图.bin", content.Length, "image/png", Convert.ToHexString(SHA256.HashData(content)));
        var upload = tus.LocationOf(created);

        using var first = await tus.Append(upload, 0, content[..300_000]);
        Assert.Equal("300000", Assert.Single(first.Headers.GetValues("Upload-Offset")));
        using var rest = await tus.Append(upload, 300_000, content[300_000..]);

        Assert.Equal(HttpStatusCode.NoContent, rest.StatusCode);
        var message = (await ann.NextFrame(1))["data"]![0]!;
        while ((string)message["kind"]! != "file") message = (await ann.NextFrame(1))["data"]![0]!;
        Assert.Equal("ann", (string)message["nickname"]!);
        Assert.Equal(
            ("big 图.bin", 1_000_000, "image/png"),
            ((string)message["file"]!["name"]!, (int)message["file"]!["size"]!, (string)message["file"]!["type"]!));
        var link = (string)message["file"]!["link"]!;
        Assert.Equal(content, await Browser.GetByteArrayAsync(new Uri(server.Page, link)));
        Assert.EndsWith(link, (string)(await ben.Receive("big 图.bin"))["message"]!);
    }

    [Fact]
    public async Task An_interrupted_upload_is_resumed_after_the_server_was_killed()
    {
        string[] settings =
            ["lanchat.server.history.durability=committed", $"lanchat.server.data.folder=\"{_data.FullName}\""];
        var content = RandomNumberGenerator.GetBytes(3_000_000);
        string path;
        await using (var before = await ServerProgram.StartWithPage(settings))
        {
            var tusBefore = new TusClient(before.Page);
            using var created = await tusBefore.Create(
                "a.bin", content.Length, sha256: Convert.ToHexString(SHA256.HashData(content)));
            path = created.Headers.Location!.ToString();
            await Assert.ThrowsAnyAsync<HttpRequestException>(
                () => tusBefore.Append(tusBefore.LocationOf(created), 0, new BrokenContent(content, 2_000_000)));
            await Eventually.Holds(
                async () => await tusBefore.OffsetOf(tusBefore.LocationOf(created)) > 1_000_000,
                () => "what came before the break is not there");
            before.Program.Signal(RunningProgram.Kill);
            await before.Program.ExitCode();
        }

        await using var server = await ServerProgram.StartWithPage(settings);
        using var ben = await LineClient.Enter(server.EndPoint, "ben");
        var tus = new TusClient(server.Page);
        var upload = new Uri(server.Page, path);
        var offset = (int)await tus.OffsetOf(upload);
        Assert.InRange(offset, 1_000_000, 2_000_000);
        using var rest = await tus.Append(upload, offset, content[offset..]);

        Assert.Equal(HttpStatusCode.NoContent, rest.StatusCode);
        var link = new Uri(server.Page, Assert.Single(rest.Headers.GetValues("LanChat-Link")));
        Assert.Equal(content, await Browser.GetByteArrayAsync(link));
        Assert.Equal("127.0.0.1", (string)(await ben.Receive("a.bin"))["nickname"]!);
    }

    [Fact]
    public async Task A_chunk_at_another_offset_is_refused_with_the_right_one()
    {
        await using var server = await ServerProgram.StartWithPage();
        var tus = new TusClient(server.Page);
        using var created = await tus.Create("a.bin", 10);

        using var wrong = await tus.Append(tus.LocationOf(created), 5, new byte[5]);
        Assert.Equal(HttpStatusCode.Conflict, wrong.StatusCode);
        using var tooMuch = await tus.Append(tus.LocationOf(created), 0, new byte[11]);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, tooMuch.StatusCode);
        Assert.Equal(0, await tus.OffsetOf(tus.LocationOf(created)));
    }

    [Fact]
    public async Task A_file_with_another_digest_is_deleted()
    {
        await using var server = await ServerProgram.StartWithPage();
        var tus = new TusClient(server.Page);
        using var created = await tus.Create("a.bin", 3, sha256: new string('0', 64));

        using var piece = await tus.Append(tus.LocationOf(created), 0, "abc"u8.ToArray());

        Assert.Equal(460, (int)piece.StatusCode);
        using var gone = await tus.Send(HttpMethod.Head, tus.LocationOf(created));
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
    }

    [Theory]
    [InlineData("..", 1, null, HttpStatusCode.BadRequest)]
    [InlineData("a/b", 1, null, HttpStatusCode.BadRequest)]
    [InlineData("a\u0007b", 1, null, HttpStatusCode.BadRequest)]
    [InlineData("a.bin", -1, null, HttpStatusCode.BadRequest)]
    [InlineData("a.bin", 1, "no digest", HttpStatusCode.BadRequest)]
    [InlineData("a.bin", 1_000_001, null, HttpStatusCode.RequestEntityTooLarge)]
    [InlineData("a.bin", 600_000, null, HttpStatusCode.InsufficientStorage)]
    public async Task An_upload_that_cannot_be_stored_is_refused_before_its_first_byte(
        string name, long length, string? sha256, HttpStatusCode status)
    {
        var server = await servers.WithPage(
            "lanchat.server.uploads.size=1000000", "lanchat.server.uploads.total=1500000");
        var tus = new TusClient(server.Page);
        using var other = await tus.Create("waits.bin", 1_000_000);
        using var come = await tus.Append(tus.LocationOf(other), 0, new byte[999_999]);

        using var refused = await tus.Create(name, length, sha256: sha256);

        Assert.Equal(status, refused.StatusCode);
        Assert.NotEmpty(await refused.Content.ReadAsStringAsync());
        using var givenUp = await tus.Send(HttpMethod.Delete, tus.LocationOf(other));
        Assert.Equal(HttpStatusCode.NoContent, givenUp.StatusCode);
    }

    [Fact]
    public async Task The_number_of_uploads_per_address_is_limited_until_one_is_cancelled()
    {
        await using var server = await ServerProgram.StartWithPage("lanchat.server.uploads.per-address=1");
        var tus = new TusClient(server.Page);
        using var first = await tus.Create("a.bin", 1);
        using var second = await tus.Create("b.bin", 1);
        Assert.Equal(HttpStatusCode.TooManyRequests, second.StatusCode);

        using var givenUp = await tus.Send(HttpMethod.Delete, tus.LocationOf(first));
        Assert.Equal(HttpStatusCode.NoContent, givenUp.StatusCode);
        using var third = await tus.Create("c.bin", 1);
        Assert.Equal(HttpStatusCode.Created, third.StatusCode);
    }

    [Fact]
    public async Task An_upload_token_is_valid_while_its_connection_exists()
    {
        await using var server = await ServerProgram.StartWithPage();
        using var ben = await LineClient.Enter(server.EndPoint, "ben");
        string token;
        using (var ann = await RichClient.Enter(server.EndPoint, "ann")) token = await TokenOf(ann);
        await ben.Receive("【ann】下线了");

        using var refused = await new TusClient(server.Page, token).Create("a.bin", 1);

        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
    }

    [Fact]
    public async Task A_private_file_is_announced_and_served_to_its_recipient_only()
    {
        await using var server = await ServerProgram.StartWithPage();
        using var ann = await RichClient.Enter(server.EndPoint, "ann");
        using var ben = await LineClient.Enter(server.EndPoint, "ben");
        using var cat = await LineClient.Enter(server.EndPoint, "cat");
        var tus = new TusClient(server.Page, await TokenOf(ann));
        using var created = await tus.Create("secret.txt", 2, "text/plain", to: "ben");
        using var piece = await tus.Append(tus.LocationOf(created), 0, "hi"u8.ToArray());
        await ann.Say("after it");

        var said = await ben.Receive("secret.txt");
        Assert.StartsWith("(private to ben) ", (string)said["message"]!);
        Assert.Equal(("ann", "after it"), await cat.NextSaid());
        var link = new Uri(server.Page, Assert.Single(piece.Headers.GetValues("LanChat-Link")));
        Assert.Equal("hi", await Browser.GetStringAsync(link));
        using var elsewhere = new HttpClient(new SocketsHttpHandler { ConnectCallback = ConnectFromElsewhere });
        using var refused = await elsewhere.GetAsync(link);
        Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
    }

    [Fact]
    public async Task A_file_the_room_refuses_is_deleted_and_the_reason_sent()
    {
        await using var server = await ServerProgram.StartWithPage();
        using var ann = await RichClient.Enter(server.EndPoint, "ann");
        var tus = new TusClient(server.Page, await TokenOf(ann));
        using var created = await tus.Create("a.txt", 2, to: "nobody here");

        using var piece = await tus.Append(tus.LocationOf(created), 0, "hi"u8.ToArray());

        Assert.Equal(HttpStatusCode.Conflict, piece.StatusCode);
        Assert.NotEmpty(await piece.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_file_put_by_curl_is_answered_with_its_link()
    {
        await using var server = await ServerProgram.StartWithPage();
        using var ben = await LineClient.Enter(server.EndPoint, "ben");

        using var put = await Browser.PutAsync(new Uri(server.Page, "/files/notes.txt"), new StringContent("hello"));

        Assert.Equal(HttpStatusCode.Created, put.StatusCode);
        var link = new Uri((await put.Content.ReadAsStringAsync()).Trim());
        Assert.Equal("hello", await Browser.GetStringAsync(link));
        await ben.Receive(link.AbsolutePath);
    }

    [Fact]
    public async Task Uploads_beyond_the_rate_limit_of_an_address_are_delayed_and_others_are_not()
    {
        await using var server = await ServerProgram.StartWithPage(
            "lanchat.server.flood.rate=10", "lanchat.server.flood.address-burst=5",
            "lanchat.server.flood.address-rate=5");
        using var flooder = OrdinaryBrowser.From(IPAddress.Parse("127.0.0.2"));
        using var other = OrdinaryBrowser.From(IPAddress.Parse("127.0.0.3"));
        var watch = Stopwatch.StartNew();

        for (var number = 0; number < 15; number++)
            (await flooder.PutAsync(new Uri(server.Page, $"/files/{number}.txt"), new ByteArrayContent([])))
                .EnsureSuccessStatusCode()
                .Dispose();

        Assert.InRange(watch.Elapsed, TimeSpan.FromSeconds(1.8), RunningProgram.Timeout);
        watch.Restart();
        (await other.PutAsync(
            new Uri(server.Page, "/files/other.txt"), new ByteArrayContent([]))).EnsureSuccessStatusCode().Dispose();
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(1.8));
    }

    [Fact]
    public async Task One_address_cannot_use_all_places_for_files()
    {
        await using var server = await ServerProgram.StartWithPage("lanchat.server.uploads.count=8");
        using var greedy = OrdinaryBrowser.From(IPAddress.Parse("127.0.0.2"));
        using var other = OrdinaryBrowser.From(IPAddress.Parse("127.0.0.3"));
        HttpResponseMessage refused;
        var count = 0;
        while ((refused = await greedy.PutAsync(
            new Uri(server.Page, $"/files/{count}.txt"), new ByteArrayContent([]))).IsSuccessStatusCode) count++;

        Assert.Equal((6, HttpStatusCode.InsufficientStorage), (count, refused.StatusCode));
        Assert.Contains("its limit of files", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        (await other.PutAsync(
            new Uri(server.Page, "/files/other.txt"), new ByteArrayContent([]))).EnsureSuccessStatusCode().Dispose();
    }

    [Fact]
    public async Task An_unusual_file_name_is_replaced_by_a_similar_valid_one()
    {
        await using var server = await ServerProgram.StartWithPage();
        using var ann = await RichClient.Enter(server.EndPoint, "ann");

        foreach (var (name, shared) in NearestNames)
        {
            using var put = await Browser.PutAsync(
                new Uri(server.Page, $"/files/{Uri.EscapeDataString(name)}"), new ByteArrayContent([]));

            Assert.Equal(HttpStatusCode.Created, put.StatusCode);
            var message = (await ann.NextFrame(1))["data"]![0]!;
            while ((string)message["kind"]! != "file") message = (await ann.NextFrame(1))["data"]![0]!;
            Assert.Equal(shared, (string)message["file"]!["name"]!);
        }
    }

    [Fact]
    public async Task An_image_without_a_type_is_recognised()
    {
        await using var server = await ServerProgram.StartWithPage();
        using var ann = await RichClient.Enter(server.EndPoint, "ann");
        byte[] picture = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52];

        using var put = await Browser.PutAsync(new Uri(server.Page, "/files/photo"), new ByteArrayContent(picture));

        var message = (await ann.NextFrame(1))["data"]![0]!;
        while ((string)message["kind"]! != "file") message = (await ann.NextFrame(1))["data"]![0]!;
        Assert.Equal("image/png", (string)message["file"]!["type"]!);
        using var shown = await Browser.GetAsync((await put.Content.ReadAsStringAsync()).Trim());
        Assert.Equal("image/png", shown.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task Pages_of_other_sites_cannot_upload()
    {
        await using var server = await ServerProgram.StartWithPage();
        using var request = new HttpRequestMessage(
            HttpMethod.Put, new Uri(server.Page, "/files/a.txt"))
        {
            Content = new StringContent("x"),
        };
        request.Headers.Add("Origin", "http://evil.example");

        using var answer = await Browser.SendAsync(request);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    private static async ValueTask<Stream> ConnectFromElsewhere(
        SocketsHttpConnectionContext context, CancellationToken cancel)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Parse("127.0.0.9"), 0));
        await socket.ConnectAsync(IPAddress.Loopback, context.DnsEndPoint.Port, cancel);
        return new NetworkStream(socket, ownsSocket: true);
    }

    private static async Task<string> TokenOf(RichClient client) =>
        (string)(await client.NextFrame(3))["data"]!["files"]!["token"]!;

    /// <summary>A body that ends before its announced length, as with a pulled cable.</summary>
    private sealed class BrokenContent(byte[] content, int after) : HttpContent
    {
        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            await stream.WriteAsync(content.AsMemory(0, after));
            await stream.FlushAsync();
            throw new IOException("the cable is pulled");
        }

        protected override bool TryComputeLength(out long length)
        {
            length = content.Length;
            return true;
        }
    }
}
