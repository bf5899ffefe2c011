using System.Net;
using System.Net.WebSockets;
using System.Text.Json.Nodes;
using LanChat.EndToEnd.Tests.Clients;
using LanChat.EndToEnd.Tests.Programs;
using LanChat.Protocol;
using WebClient = LanChat.EndToEnd.Tests.Clients.WebClient;

namespace LanChat.EndToEnd.Tests.Web;

/// <summary>Requests forwarded by a proxy; loopback is the proxy of these tests.</summary>
public sealed class BehindProxySpecs(SharedServers servers) : IClassFixture<SharedServers>
{
    private const string Trusted = "lanchat.server.web.behind-proxy=[\"127.0.0.1\"]";
    private const string Named = "lanchat.server.web.hosts=[\"chat.test\"]";

    private static readonly HttpClient Proxy = new(new SocketsHttpHandler { AllowAutoRedirect = false });

    private static (string, string) From(string address) => ("X-Forwarded-For", address);

    private static async Task<HttpResponseMessage> Send(
        HttpClient client,
        HttpMethod method,
        Uri uri,
        HttpContent? content,
        params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, uri) { Content = content };
        foreach (var (name, value) in headers) Assert.True(request.Headers.TryAddWithoutValidation(name, value));
        return await client.SendAsync(request);
    }

    private static Task<HttpResponseMessage> Get(
        ServerProgram server, string path, params (string Name, string Value)[] headers) =>
        Send(Proxy, HttpMethod.Get, new Uri(server.Page, path), null, headers);

    [Fact]
    public async Task Every_forwarded_address_has_its_own_rate_limit()
    {
        await using var server = await ServerProgram.StartWithPage(
            Trusted, "lanchat.server.web.requests-burst=5", "lanchat.server.web.requests-rate=1");
        var answers = new List<HttpStatusCode>();
        for (var number = 0; number < 8; number++)
            answers.Add((await Get(server, "/rooms", From("6.6.6.6, 192.0.2.1"))).StatusCode);

        Assert.Contains(HttpStatusCode.TooManyRequests, answers);
        Assert.Equal(HttpStatusCode.OK, (await Get(server, "/rooms", From("192.0.2.2"))).StatusCode);
        Assert.Equal(
            HttpStatusCode.TooManyRequests, (await Get(server, "/rooms", From("192.0.2.2, 192.0.2.1"))).StatusCode);
    }

    [Fact]
    public async Task Addresses_of_one_IPv6_network_share_a_rate_limit()
    {
        await using var server = await ServerProgram.StartWithPage(
            Trusted, "lanchat.server.web.requests-burst=3", "lanchat.server.web.requests-rate=1");
        var answers = new List<HttpStatusCode>();
        for (var number = 1; number <= 6; number++)
            answers.Add((await Get(server, "/rooms", From($"2001:db8::{number}"))).StatusCode);

        Assert.Contains(HttpStatusCode.TooManyRequests, answers);
        Assert.Equal(HttpStatusCode.OK, (await Get(server, "/rooms", From("2001:db8:0:1::1"))).StatusCode);
    }

    [Theory]
    [InlineData(null, HttpStatusCode.OK)]
    [InlineData("127.0.0.1", HttpStatusCode.OK)]
    [InlineData("192.0.2.1", HttpStatusCode.Forbidden)]
    [InlineData("127.0.0.1, 192.0.2.1", HttpStatusCode.Forbidden)]
    [InlineData("nobody", HttpStatusCode.BadRequest)]
    public async Task Loopback_only_pages_look_at_the_forwarded_address(string? address, HttpStatusCode status)
    {
        var server = await servers.WithPage(Trusted);

        using var answer = address is null ? await Get(server, "/healthz") : await Get(
            server, "/healthz", From(address));

        Assert.Equal(status, answer.StatusCode);
    }

    [Theory]
    [InlineData("X-Forwarded-For", "127.0.0.1")]
    [InlineData("X-Forwarded-For", "192.0.2.1")]
    [InlineData("X-Forwarded-Proto", "https")]
    [InlineData("Forwarded", "for=127.0.0.1")]
    [InlineData("X-Real-IP", "127.0.0.1")]
    public async Task A_forwarded_request_of_an_unnamed_proxy_is_not_local(string header, string value)
    {
        var server = await servers.WithPage();

        using var answer = await Get(server, "/metrics", (header, value));

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task Headers_of_untrusted_addresses_are_ignored()
    {
        var server = await servers.WithPage(Trusted);
        using var ben = await LineClient.Enter(server.EndPoint, "ben");
        using var stranger = OrdinaryBrowser.From(IPAddress.Parse("127.0.0.2"));

        using var put = await Send(
            stranger, HttpMethod.Put, new Uri(server.Page, "/files/a.txt"), new StringContent("x"), From("192.0.2.1"));

        Assert.Equal(HttpStatusCode.Created, put.StatusCode);
        Assert.Equal("127.0.0.2", (string)(await ben.Receive("a.txt"))["nickname"]!);
    }

    [Fact]
    public async Task A_private_file_is_served_to_the_forwarded_addresses_of_sender_and_recipient_only()
    {
        await using var server = await ServerProgram.StartWithPage(Trusted);
        using var ann = await WebClient.ConnectWith(server.Page, From("192.0.2.1"));
        await ann.Send(new JsonObject { ["hello"] = 1, ["nick"] = "ann" });
        var token = (string)(await ann.NextFrame(3))["data"]!["files"]!["token"]!;
        using var ben = await WebClient.ConnectWith(server.Page, From("192.0.2.2"));
        await ben.Send(new JsonObject { ["hello"] = 1, ["nick"] = "ben" });
        Assert.Equal("192.0.2.2", (string)(await ben.NextFrame(3))["data"]!["you"]![0]!);

        using var put = await Send(
            Proxy, HttpMethod.Put, new Uri(
                server.Page,
                "/files/secret.txt?to=ben"), new StringContent("x"), From("192.0.2.1"), (
                    "Authorization", $"Bearer {token}"));
        var link = new Uri((await put.EnsureSuccessStatusCode().Content.ReadAsStringAsync()).Trim()).AbsolutePath;

        Assert.Equal(HttpStatusCode.OK, (await Get(server, link, From("192.0.2.1"))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await Get(server, link, From("192.0.2.2"))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Get(server, link, From("192.0.2.3"))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Get(server, link)).StatusCode);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Connections_are_counted_per_forwarded_address(bool isTrusted)
    {
        await using var server = await ServerProgram.StartWithPage(
            "lanchat.server.limits.connections-per-address=2", isTrusted
                ? Trusted
                : "lanchat.server.web.behind-proxy=[]");
        using var one = await WebClient.ConnectWith(server.Page, From("192.0.2.1"));
        using var two = await WebClient.ConnectWith(server.Page, From("192.0.2.1"));
        // A connection counts once the server has handled it, which is after its handshake.
        foreach (var (client, nick) in new[] { (one, "one"), (two, "two") })
        {
            await client.Send(new JsonObject { ["hello"] = 1, ["nick"] = nick });
            await client.NextFrame(3);
        }

        using var third = await WebClient.ConnectWith(server.Page, From("192.0.2.1"));
        Assert.Contains(
            Refusal.TooManyConnections.Text, (await third.NextFrame())!.ToJsonString(), StringComparison.Ordinal);
        using var other = await WebClient.ConnectWith(server.Page, From("192.0.2.9"));
        await other.Send(new JsonObject { ["hello"] = 1, ["nick"] = "other" });
        Assert.Equal(isTrusted, (int)(await other.NextFrame())!["code"]! == 3);
    }

    [Fact]
    public async Task The_origin_must_match_the_forwarded_host()
    {
        var server = await servers.WithPage(Trusted, Named);
        (string, string)[] passedOn =
            [From("192.0.2.1"), ("X-Forwarded-Proto", "https"), ("X-Forwarded-Host", "chat.test")];

        using (await WebClient.ConnectWith(server.Page, [.. passedOn, ("Origin", "https://chat.test")]))
        {
        }

        await Assert.ThrowsAsync<WebSocketException>(
            () => WebClient.ConnectWith(server.Page, [.. passedOn, ("Origin", "https://evil.test")]));
        await Assert.ThrowsAsync<WebSocketException>(
            () => WebClient.ConnectWith(server.Page, [.. passedOn, ("Origin", "http://chat.test")]));
        Assert.Equal(
            HttpStatusCode.MisdirectedRequest,
            (await Get(server, "/", From("192.0.2.1"), ("X-Forwarded-Host", "evil.test"))).StatusCode);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/chat/")]
    public async Task Links_are_below_the_forwarded_path_whether_or_not_the_proxy_strips_it(string root)
    {
        var server = await servers.WithPage(Trusted, Named);
        (string, string)[] passedOn = [
            From("192.0.2.1"),
            ("X-Forwarded-Proto", "https"),
            ("X-Forwarded-Host", "chat.test"),
            ("X-Forwarded-Prefix", "/chat"),
        ];

        using var page = await Get(server, root, passedOn);
        Assert.Contains("<html", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var put = await Send(
            Proxy, HttpMethod.Put, new Uri(server.Page, $"{root}files/a.txt"), new StringContent("hello"), passedOn);
        var link = (await put.Content.ReadAsStringAsync()).Trim();
        Assert.StartsWith("https://chat.test/chat/files/", link, StringComparison.Ordinal);
        using var file = await Get(server, root + new Uri(link).AbsolutePath["/chat/".Length..], passedOn);
        Assert.Equal("hello", await file.Content.ReadAsStringAsync());
        using var begun = await Send(
            Proxy, HttpMethod.Post, new Uri(server.Page, $"{root}files"), null, [
                .. passedOn, ("Tus-Resumable", "1.0.0"), ("Upload-Length", "3"), ("Upload-Metadata", "filename YQ=="),
            ]);
        Assert.StartsWith("/chat/uploads/", begun.Headers.Location!.OriginalString, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_path_without_a_slash_is_redirected_to_the_folder()
    {
        var server = await servers.WithPage(Trusted);

        using var answer = await Get(server, "/chat?a=b", From("192.0.2.1"), ("X-Forwarded-Prefix", "/chat"));

        Assert.Equal(
            (HttpStatusCode.TemporaryRedirect, "/chat/?a=b"),
            (answer.StatusCode, answer.Headers.Location!.OriginalString));
    }

    [Theory]
    [InlineData("nowhere")]
    [InlineData("10.0.0.0/40")]
    public async Task A_proxy_that_is_no_address_is_an_invalid_setting(string text)
    {
        await using var server = RunningProgram.Start(
            "lanchat-server", ["--memory", "--set", $"lanchat.server.web.behind-proxy=[\"{text}\"]"]);

        Assert.Equal(2, await server.ExitCode());
        Assert.Contains("lanchat.server.web.behind-proxy", Assert.Single(server.Errors), StringComparison.Ordinal);
    }
}
