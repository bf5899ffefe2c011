using System.Security.Cryptography;
using LanChat.EndToEnd.Tests.Programs;

namespace LanChat.EndToEnd.Tests.Web;

public sealed class HttpsSpecs : IDisposable
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("lanchat-https-");

    public void Dispose() => _data.Delete(recursive: true);

    [Fact]
    public async Task A_certificate_made_here_is_the_one_whose_fingerprint_is_shown_and_stays_the_same()
    {
        string[] settings = ["lanchat.server.web.https=on", "lanchat.server.history.durability=committed", $"lanchat.server.data.folder=\"{_data.FullName}\""];
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

    [Fact]
    public async Task A_file_without_a_certificate_is_one_line_that_names_the_key_and_exit_code_2()
    {
        var file = Path.Combine(_data.FullName, "no.pem");
        await File.WriteAllTextAsync(file, "no certificate");

        await using var server = RunningProgram.Start("lanchat-server", ["--port", "0", "--memory", "--set", $"lanchat.server.web.https={file}"]);

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
                fingerprint = string.Join(':', certificate!.GetCertHash(HashAlgorithmName.SHA256).Select(part => $"{part:X2}"));
                return true;
            },
        };
        using var browser = new HttpClient(handler);
        Assert.Equal("https", page.Scheme);
        (await browser.GetAsync(page)).Dispose();
        return fingerprint;
    }
}
