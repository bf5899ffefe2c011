using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using LanChat.EndToEnd.Tests.Clients;
using LanChat.EndToEnd.Tests.Programs;

namespace LanChat.EndToEnd.Tests.Web;

public sealed class DownloadSpecs(SharedServers servers) : IClassFixture<SharedServers>
{
    private static readonly HttpClient Browser = new();

    private static async Task<Uri> Put(ServerProgram server, string name, string content, string type)
    {
        using var body = new StringContent(content);
        body.Headers.ContentType = new MediaTypeHeaderValue(type);
        using var put = await Browser.PutAsync(new Uri(server.Page, $"/files/{name}"), body);
        return new Uri((await put.EnsureSuccessStatusCode().Content.ReadAsStringAsync()).Trim());
    }

    [Fact]
    public async Task A_download_can_be_resumed_and_its_hash_is_sent()
    {
        var server = await servers.WithPage();
        var link = await Put(server, "a.txt", "0123456789", "text/plain");
        using var request =
            new HttpRequestMessage(HttpMethod.Get, link) { Headers = { Range = new RangeHeaderValue(4, null) } };

        using var answer = await Browser.SendAsync(request);

        Assert.Equal(HttpStatusCode.PartialContent, answer.StatusCode);
        Assert.Equal("456789", await answer.Content.ReadAsStringAsync());
        Assert.Equal(
            $"sha-256=:{Convert.ToBase64String(SHA256.HashData("0123456789"u8))}:", Assert.Single(
                answer.Headers.GetValues("Repr-Digest")));
    }

    [Theory]
    [InlineData("a.html", "text/html", "application/octet-stream")]
    [InlineData("a.svg", "image/svg+xml", "application/octet-stream")]
    [InlineData("a.js", "text/javascript", "application/octet-stream")]
    [InlineData("a.png", "image/png", "image/png")]
    public async Task Only_images_of_known_types_are_served_with_their_type(string name, string type, string sent)
    {
        var server = await servers.WithPage();
        var link = await Put(server, name, "<script>alert(1)</script>", type);

        using var answer = await Browser.GetAsync(link);

        Assert.Equal(sent, answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("default-src 'none'; sandbox", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")));
    }

    [Theory]
    [InlineData("/files/AAAAAAAAAAAAAAAAAAAAAA/a.txt")]
    [InlineData("/files/..%2f..%2flock/a.txt")]
    public async Task A_path_that_is_no_file_link_is_not_found(string path)
    {
        var server = await servers.WithPage();

        using var answer = await Browser.GetAsync(new Uri(server.Page, path));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task A_file_expires_after_the_configured_time()
    {
        await using var server = await ServerProgram.StartWithPage("lanchat.server.uploads.kept=1s");
        var link = await Put(server, "a.txt", "x", "text/plain");

        await Eventually.Holds(
            async () => (await Browser.GetAsync(link)).StatusCode == HttpStatusCode.NotFound,
            () => "it is still there");
    }

    [Fact]
    public async Task A_snippet_from_a_message_is_served_like_any_file()
    {
        await using var server = await ServerProgram.StartWithPage("lanchat.server.listen.miniqq=0");
        using var ann = await RichClient.Enter(server.EndPoint, "ann");
        await ann.NextFrame(3);
        using var ben = await SocketClient.Connect(server.EndPointOf("miniqq"));
        await ben.Send("{\"type\":\"3\",\"filename\":\"笔记.txt\",\"content\":\"你好\"}");
        var message = (await ann.NextFrame(1))["data"]![0]!;
        while ((string)message["kind"]! != "file") message = (await ann.NextFrame(1))["data"]![0]!;

        using var answer = await Browser.GetAsync(new Uri(server.Page, (string)message["file"]!["link"]!));

        Assert.Equal("你好", await answer.Content.ReadAsStringAsync());
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal($"sha-256=:{Convert.ToBase64String(SHA256.HashData("你好"u8))}:", Assert.Single(
            answer.Headers.GetValues("Repr-Digest")));
    }
}
