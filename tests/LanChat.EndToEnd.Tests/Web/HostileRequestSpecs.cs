using System.Globalization;
using System.Net;
using System.Text;
using LanChat.EndToEnd.Tests.Clients;
using LanChat.EndToEnd.Tests.Programs;

namespace LanChat.EndToEnd.Tests.Web;

public sealed class HostileRequestSpecs(OneServerWithHistory one) : IClassFixture<OneServerWithHistory>
{
    [Fact]
    public async Task A_client_that_sends_too_many_requests_gets_a_retry_time_and_others_are_served()
    {
        await using var server = await ServerProgram.StartWithPage(
            "lanchat.server.web.requests-burst=20", "lanchat.server.web.requests-rate=1");
        using var flooder = OrdinaryBrowser.From(IPAddress.Parse("127.0.0.2"));
        using var other = OrdinaryBrowser.From(IPAddress.Parse("127.0.0.3"));
        HttpResponseMessage? refused = null;
        for (var number = 0; number < 40 && refused is null; number++)
        {
            var answer = await flooder.GetAsync(new Uri(server.Page, "/healthz"));
            Assert.True(answer.IsSuccessStatusCode || number >= 20, $"refused at {number}");
            refused = answer.StatusCode == HttpStatusCode.TooManyRequests ? answer : null;
        }

        Assert.Equal("1", Assert.Single(refused!.Headers.GetValues("Retry-After")));
        Assert.NotEmpty(await refused.Content.ReadAsStringAsync());
        using var answered = await other.GetAsync(server.Page);
        Assert.Equal(HttpStatusCode.OK, answered.StatusCode);
    }

    [Theory]
    [InlineData("GET /files/../../../../etc/passwd")]
    [InlineData("GET /files/..%2f..%2f..%2fetc%2fpasswd/x")]
    [InlineData("GET /files/%2e%2e/%2e%2e/etc/passwd")]
    [InlineData("GET /../../../../etc/passwd")]
    [InlineData("GET /..%5c..%5cwindows%5cwin.ini")]
    [InlineData("GET //etc/passwd")]
    [InlineData("PUT /files/..%2f..%2fevil.txt")]
    [InlineData("PUT /files/%2e%2e")]
    [InlineData("PUT /files/..%5cevil.txt")]
    [InlineData("PUT /files/C:%5cevil.txt")]
    [InlineData("PUT /files/a%00b.txt")]
    [InlineData("PUT /files/%0d%0aX:%20y.txt")]
    [InlineData("PUT /files/con")]
    [InlineData("PUT /files/%ff%fe.txt")]
    [InlineData("PUT /files/%e2%80%aetxt.exe")]
    [InlineData("PUT /files/%20")]
    [InlineData("PATCH /uploads/..%2flinks%2fx")]
    [InlineData("HEAD /uploads/..%2f..%2flock")]
    [InlineData("DELETE /uploads/..%2fcontent")]
    [InlineData("TRACE /")]
    [InlineData("CONNECT /")]
    public async Task Hostile_paths_and_names_reach_no_file(string request)
    {
        var answer = await Send(
            $"{request} HTTP/1.1\r\nHost: {one.Server.Page.Authority}\r\nTus-Resumable: 1.0.0\r\nContent-Length: "
                + $"4\r\nConnection: close\r\n\r\nevil");

        // A cleaned name may come back as a file of its own; nothing else may succeed.
        Assert.DoesNotContain("root:", answer);
        if (answer.StartsWith("HTTP/1.1 201", StringComparison.Ordinal))
            Assert.Matches(@"/files/[\w-]{22}/[^/\\\r\n]+\n", answer);
        else Assert.Matches("^HTTP/1.1 4", answer);
        Assert.DoesNotContain(one.Data.Parent!.EnumerateFiles("*evil*"), _ => true);
        Assert.All(one.Data.EnumerateFiles("*", SearchOption.AllDirectories), file => Assert.DoesNotContain(
            "evil", file.Name, StringComparison.Ordinal));
        await OrdinaryBrowser.AssertIsServed(one.Server, patiently: true);
    }

    [Theory]
    [InlineData("GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Long: ", 40_000, " 431 ")]
    [InlineData("GET /", 10_000, " 414 ")]
    [InlineData("GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nUpload-Metadata: filename ", 6_000, " 200 ")]
    [InlineData(
        "POST /files HTTP/1.1\r\nHost: 127.0.0.1\r\nTus-Resumable: 1.0.0\r\nUpload-Length: 1\r\nUpload-Metadata: "
            + "filename ",
        6_000,
        " 400 ")]
    [InlineData("PUT /files/", 2_000, " 201 ")]
    public async Task A_request_that_is_too_long_is_refused_or_shortened(string beginning, int length, string status)
    {
        var end = beginning.Contains('\n') ? "" : " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 0";
        var answer = await Send($"{beginning}{new string('x', length)}{end}\r\nConnection: close\r\n\r\n");

        Assert.Contains(status, answer.Split('\n')[0]);
    }

    [Theory]
    [InlineData("GET / HTTP/1.1\r\nHost: {0}\r\nOrigin: http://{0}\r\nOrigin: http://evil.test\r\n")]
    [InlineData("GET / HTTP/1.1\r\nHost: {0}\r\nOrigin: http://evil.test\r\nOrigin: http://{0}\r\n")]
    [InlineData("GET / HTTP/1.1\r\nHost: {0}\r\nOrigin: http://{0}\r\nOrigin: http://{0}\r\n")]
    [InlineData("GET / HTTP/1.1\r\nHost: {0}\r\nOrigin: http://{0}, http://{0}\r\n")]
    [InlineData("GET / HTTP/1.1\r\nHost: {0}\r\nOrigin: null\r\n")]
    [InlineData("GET / HTTP/1.1\r\nHost: {0}\r\nOrigin: \r\n")]
    [InlineData(
        "GET /ws HTTP/1.1\r\nHost: {0}\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: "
            + "AQIDBAUGBwgJCgsMDQ4PEA==\r\nOrigin: http://{0}\r\nOrigin: http://evil.test\r\n")]
    public async Task More_than_one_origin_or_an_invalid_one_is_refused(string request) => Assert.Contains(
        " 403 ", (await Send(
            $"{string.Format(CultureInfo.InvariantCulture, request, one.Server.Page.Authority)}Connection: "
                + $"close\r\n\r\n")).Split('\n')[0]);

    [Theory]
    [InlineData("GET /nothing", " 404 ")]
    [InlineData("GET /ws", " 400 ")]
    [InlineData("GET /files/x", " 405 ")]
    [InlineData("DELETE /rooms", " 405 ")]
    [InlineData("PUT /files/", " 400 ")]
    [InlineData("PUT /files/sub/a.txt", " 400 ")]
    [InlineData("PUT /files/%01.txt", " 400 ")]
    [InlineData("PUT /files/?to=ann", " 400 ")]
    [InlineData("PUT /files/a.txt?to=ann", " 401 ")]
    public async Task An_invalid_request_is_answered_with_a_sentence(string request, string status)
    {
        var answer =
            await Send(
                $"{request} HTTP/1.1\r\nHost: {one.Server.Page.Authority}\r\nContent-Length: 0\r\nConnection: "
                    + $"close\r\n\r\n");

        Assert.Contains(status, answer.Split('\n')[0]);
        Assert.Matches(@"\r\n\r\n[^\r]*\w", answer);
    }

    [Theory]
    [InlineData("\0\0\0\0\r\n\r\n")]
    [InlineData("GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nHost: evil\r\n\r\n")]
    [InlineData("GET / HTTP/1.1\r\n\r\n")]
    [InlineData("GET / HTTP/9.9\r\nHost: 127.0.0.1\r\n\r\n")]
    [InlineData("PUT /files/a HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab")]
    [InlineData("PUT /files/a HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: -1\r\n\r\n")]
    [InlineData("PUT /files/a HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 99999999999999999999\r\n\r\n")]
    [InlineData(
        "PUT /files/a HTTP/1.1\r\nHost: 127.0.0.1\r\nTransfer-Encoding: chunked\r\nContent-Length: 1\r\n\r\nzz\r\n")]
    public async Task A_malformed_request_is_refused_and_the_connection_closed(string nonsense)
    {
        Assert.Matches("^HTTP/1.1 [45]", await Send(nonsense));

        await OrdinaryBrowser.AssertIsServed(one.Server, patiently: true);
    }

    private async Task<string> Send(string request)
    {
        using var client = await SocketClient.Connect(new IPEndPoint(IPAddress.Loopback, one.Server.Page.Port));
        await client.Send(Encoding.Latin1.GetBytes(request));
        return await client.ReceiveAll();
    }
}
