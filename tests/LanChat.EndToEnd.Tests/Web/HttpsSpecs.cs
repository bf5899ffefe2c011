using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using LanChat.EndToEnd.Tests.Clients;
using LanChat.EndToEnd.Tests.Programs;

namespace LanChat.EndToEnd.Tests.Web;

public sealed class HttpsSpecs(SharedServers servers) : IClassFixture<SharedServers>, IDisposable
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("lanchat-https-");

    public void Dispose() => _data.Delete(recursive: true);

    [Fact]
    public async Task A_generated_certificate_has_the_shown_fingerprint_and_is_reused()
    {
        string[] settings = [
            "lanchat.server.web.https=on",
            "lanchat.server.history.durability=committed",
            $"lanchat.server.data.folder=\"{_data.FullName}\"",
        ];
        string fingerprint;
        await using (var first = await ServerProgram.StartWithPage(settings))
        {
            fingerprint = await FingerprintOf(first.Page);
            Assert.Contains(fingerprint, first.Banner);
            await first.Stop();
        }

        await using var server = await ServerProgram.StartWithPage(settings);
        Assert.Equal(fingerprint, await FingerprintOf(server.Page));
    }

    [Theory]
    [InlineData("GET / HTTP/1.1\r\nHost: 127.0.0.1:{0}\r\n\r\n", "307", "https://127.0.0.1:{0}/")]
    [InlineData(
        "GET /rooms?a=b HTTP/1.1\r\nHost: localhost:{0}\r\nConnection: close\r\n\r\n",
        "307",
        "https://localhost:{0}/rooms?a=b")]
    [InlineData(
        "POST /files HTTP/1.1\r\nhost:[::1]:{0}\r\nContent-Length: 3\r\n\r\nabc", "307", "https://[::1]:{0}/files")]
    [InlineData("GET / HTTP/1.1\r\nHost: evil.test\r\n\r\n", "421", null)]
    [InlineData("GET / HTTP/1.1\r\n\r\n", "400", null)]
    [InlineData("GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nHost: 127.0.0.2\r\n\r\n", "400", null)]
    [InlineData("GET http://evil.test/ HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n", "400", null)]
    [InlineData("hello\r\n\r\n", "400", null)]
    public async Task A_request_over_HTTP_is_redirected_to_HTTPS(string request, string status, string? location)
    {
        var server = await servers.WithPage("lanchat.server.web.https=on");
        using var client = await SocketClient.Connect(new IPEndPoint(IPAddress.Loopback, server.Page.Port));

        await client.Send(string.Format(CultureInfo.InvariantCulture, request, server.Page.Port));
        var answer = await client.ReceiveAll();

        Assert.StartsWith($"HTTP/1.1 {status} ", answer, StringComparison.Ordinal);
        if (location is null) Assert.DoesNotContain("Location", answer, StringComparison.Ordinal);
        else Assert.Contains(
            $"\r\nLocation: {string.Format(CultureInfo.InvariantCulture, location, server.Page.Port)}\r\n",
            answer,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_silent_or_slow_request_over_HTTP_is_cut_off()
    {
        await using var server = await ServerProgram.StartWithPage(
            "lanchat.server.web.https=on", "lanchat.server.web.patience=300ms");
        using var silent = await SocketClient.Connect(new IPEndPoint(IPAddress.Loopback, server.Page.Port));
        using var slow = await SocketClient.Connect(new IPEndPoint(IPAddress.Loopback, server.Page.Port));
        await slow.Send("GET / HTTP/1.1\r\n");

        Assert.True(await IsCutOff(silent));
        Assert.True(await IsCutOff(slow));
        Assert.NotEmpty(await FingerprintOf(server.Page));
    }

    private static async Task<bool> IsCutOff(SocketClient client)
    {
        try
        {
            return (await client.ReceiveAll()).Length == 0;
        }
        catch (SocketException reset)
        {
            return reset.SocketErrorCode == SocketError.ConnectionReset;
        }
    }

    [Fact]
    public async Task A_file_without_a_certificate_is_one_line_that_names_the_key_and_exit_code_2()
    {
        var file = Path.Combine(_data.FullName, "no.pem");
        await File.WriteAllTextAsync(file, "no certificate");

        await using var server = RunningProgram.Start(
            "lanchat-server", ["--port", "0", "--memory", "--set", $"lanchat.server.web.https={file}"]);

        Assert.Equal(2, await server.ExitCode());
        Assert.Contains("lanchat.server.web.https", Assert.Single(server.Errors));
    }

    private static async Task<string> FingerprintOf(Uri page)
    {
        var fingerprint = "";
        using var handler = new HttpClientHandler
        {
            ServerCertificateCustomValidationCallback = (_, certificate, _, _) =>
            {
                fingerprint = string.Join(
                    ':', certificate!.GetCertHash(HashAlgorithmName.SHA256).Select(part => $"{part:X2}"));
                return true;
            },
        };
        using var browser = new HttpClient(handler);
        Assert.Equal("https", page.Scheme);
        (await browser.GetAsync(page)).Dispose();
        return fingerprint;
    }
}
