using System.IO.Compression;
using System.Net;
using LanChat.EndToEnd.Tests.Programs;

namespace LanChat.EndToEnd.Tests.Web;

public sealed class PageSpecs
{
    private static readonly HttpClient Browser = new();

    [Fact]
    public async Task The_content_security_policy_allows_only_own_files()
    {
        await using var server = await ServerProgram.StartWithPage();

        using var page = await Browser.GetAsync(server.Page);

        Assert.Equal("text/html", page.Content.Headers.ContentType!.MediaType);
        var policy = Assert.Single(page.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'none'; script-src 'self'", policy);
        Assert.DoesNotContain("unsafe", policy);
        Assert.Equal("nosniff", Assert.Single(page.Headers.GetValues("X-Content-Type-Options")));
    }

    [Fact]
    public async Task Files_are_compressed_and_cached_by_their_ETag()
    {
        await using var server = await ServerProgram.StartWithPage();
        var uri = new Uri(server.Page, "app.js");
        HttpRequestMessage Request() => new(HttpMethod.Get, uri) { Headers = { AcceptEncoding = { new("br") } } };

        using var first = Request();
        using var file = await Browser.SendAsync(first);
        using var again = Request();
        again.Headers.IfNoneMatch.Add(file.Headers.ETag!);
        using var unchanged = await Browser.SendAsync(again);
        using var plain = await Browser.GetAsync(uri);

        Assert.Equal("br", Assert.Single(file.Content.Headers.ContentEncoding));
        using var unpacked = new BrotliStream(await file.Content.ReadAsStreamAsync(), CompressionMode.Decompress);
        Assert.Equal(await plain.Content.ReadAsStringAsync(), await new StreamReader(unpacked).ReadToEndAsync());
        Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);
    }

    [Theory]
    [InlineData("evil.example", HttpStatusCode.MisdirectedRequest)]
    [InlineData("127.0.0.1.evil.example", HttpStatusCode.MisdirectedRequest)]
    [InlineData("localhost", HttpStatusCode.OK)]
    [InlineData("[::1]", HttpStatusCode.OK)]
    [InlineData("chat.school.lan", HttpStatusCode.OK)]
    public async Task The_page_is_served_under_its_allowed_hosts_only(string host, HttpStatusCode status)
    {
        await using var server = await ServerProgram.StartWithPage("lanchat.server.web.hosts=[\"chat.school.lan\"]");
        using var request =
            new HttpRequestMessage(HttpMethod.Get, server.Page) { Headers = { Host = $"{host}:{server.Page.Port}" } };

        using var answer = await Browser.SendAsync(request);

        Assert.Equal(status, answer.StatusCode);
    }

    [Fact]
    public async Task A_port_in_use_is_one_line_that_names_the_key_and_exit_code_2()
    {
        await using var first = await ServerProgram.StartWithPage();

        await using var second = RunningProgram.Start(
            "lanchat-server",
            [
                "--port",
                "0",
                "--web",
                $"{first.Page.Port}",
                "--memory",
                "--set",
                "lanchat.server.listen.address=127.0.0.1",
                "--set",
                "lanchat.discovery.targets=[\"127.255.255.255\"]",
            ]);

        Assert.Equal(2, await second.ExitCode());
        Assert.Contains("lanchat.server.listen.web", Assert.Single(second.Errors));
    }
}
