using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using LanChat.EndToEnd.Tests.Clients;
using LanChat.EndToEnd.Tests.Programs;
using WebClient = LanChat.EndToEnd.Tests.Clients.WebClient;

namespace LanChat.EndToEnd.Tests.Web;

public sealed class NginxSpecs
{
    private static readonly IPAddress Somewhere = IPAddress.Parse("127.0.0.5");

    private static Task<ServerProgram> Start(params string[] settings) =>
        ServerProgram.StartWithPage(["lanchat.server.web.behind-proxy=[\"127.0.0.1\"]", .. settings]);

    [NginxFact]
    public async Task The_page_works_over_HTTPS_below_a_path()
    {
        await using var server = await Start();
        await using var nginx = await Nginx.InFrontOf(server.Page);
        using var browser = Nginx.BrowserAt(Somewhere);

        Assert.Contains("<html", await browser.GetStringAsync(nginx.Page), StringComparison.Ordinal);
        Assert.NotEmpty(await browser.GetStringAsync(new Uri(nginx.Page, "app.js")));
        Assert.Contains(
            "Our room", await browser.GetStringAsync(new Uri(nginx.Page, "rooms")), StringComparison.Ordinal);
        using var ann = await WebClient.ConnectWith(
            nginx.Page, ("Origin", nginx.Page.GetLeftPart(UriPartial.Authority)));
        await ann.Send(new JsonObject { ["hello"] = 1, ["nick"] = "ann" });
        Assert.Equal("127.0.0.1", (string)(await ann.NextFrame(3))["data"]!["you"]![0]!);
        await ann.Say("by nginx");
        await ann.Receive("by nginx");
    }

    [NginxFact]
    public async Task Files_are_uploaded_under_the_forwarded_address_and_downloaded()
    {
        await using var server = await Start();
        await using var nginx = await Nginx.InFrontOf(server.Page);
        using var ben = await LineClient.Enter(server.EndPoint, "ben");
        using var browser = Nginx.BrowserAt(Somewhere);
        browser.DefaultRequestHeaders.Add("X-Forwarded-For", "192.0.2.77");
        var content = RandomNumberGenerator.GetBytes(3_000_000);

        using var put = await browser.PutAsync(new Uri(nginx.Page, "files/a.bin"), new ByteArrayContent(content));
        var link = (await put.EnsureSuccessStatusCode().Content.ReadAsStringAsync()).Trim();
        Assert.StartsWith($"{nginx.Page}files/", link, StringComparison.Ordinal);
        Assert.Equal(content, await browser.GetByteArrayAsync(new Uri(link)));
        Assert.Equal("127.0.0.5", (string)(await ben.Receive("a.bin"))["nickname"]!);

        var tus = new TusClient(nginx.Page, client: browser);
        using var created = await tus.Send(
            HttpMethod.Post, new Uri(nginx.Page, "files"), ("Upload-Length", $"{content.Length}"),
            ("Upload-Metadata", "filename Yi5iaW4="));
        using var piece = await tus.Append(tus.LocationOf(created), 0, content);
        Assert.Equal(HttpStatusCode.NoContent, piece.StatusCode);
        Assert.Equal("127.0.0.5", (string)(await ben.Receive("b.bin"))["nickname"]!);
    }

    [NginxFact]
    public async Task A_forwarded_client_is_not_local_and_has_its_own_rate_limit()
    {
        await using var server = await Start(
            "lanchat.server.web.requests-burst=5", "lanchat.server.web.requests-rate=1");
        await using var nginx = await Nginx.InFrontOf(server.Page);
        using var browser = Nginx.BrowserAt(Somewhere);
        using var other = Nginx.BrowserAt(IPAddress.Parse("127.0.0.6"));
        browser.DefaultRequestHeaders.Add("X-Forwarded-For", "192.0.2.1");

        using var asOther = Nginx.BrowserAt(IPAddress.Parse("127.0.0.7"));
        asOther.DefaultRequestHeaders.TryAddWithoutValidation("Forwarded", "for=127.0.0.1");
        var statuses = new List<HttpStatusCode>();
        for (var number = 0; number < 8; number++)
            statuses.Add((await browser.GetAsync(new Uri(nginx.Page, "rooms"))).StatusCode);
        Assert.Contains(HttpStatusCode.TooManyRequests, statuses);
        Assert.Equal(HttpStatusCode.OK, (await other.GetAsync(new Uri(nginx.Page, "rooms"))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await asOther.GetAsync(new Uri(nginx.Page, "rooms"))).StatusCode);
    }

    [NginxFact]
    public async Task A_download_can_be_resumed()
    {
        await using var server = await Start();
        await using var nginx = await Nginx.InFrontOf(server.Page);
        using var browser = Nginx.BrowserAt(Somewhere);
        using var put = await browser.PutAsync(new Uri(nginx.Page, "files/a.txt"), new StringContent("0123456789"));
        using var request = new HttpRequestMessage(
            HttpMethod.Get,
            (await put.Content.ReadAsStringAsync()).Trim())
        {
            Headers = { Range = new RangeHeaderValue(4, null) },
        };

        using var rest = await browser.SendAsync(request);

        Assert.Equal(
            (HttpStatusCode.PartialContent, "456789"), (rest.StatusCode, await rest.Content.ReadAsStringAsync()));
    }
}
