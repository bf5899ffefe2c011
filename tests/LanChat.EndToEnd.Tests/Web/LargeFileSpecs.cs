using System.Globalization;
using System.Security.Cryptography;
using LanChat.EndToEnd.Tests.Programs;

namespace LanChat.EndToEnd.Tests.Web;

public sealed class LargeFileSpecs
{
    private const int Size = 200_000_000;
    private const long Flat = 64L << 20;

    [Fact]
    public async Task Two_hundred_megabytes_are_uploaded_resumed_and_downloaded_in_constant_memory()
    {
        await using var server = await ServerProgram.StartWithPage();
        await OrdinaryBrowser.AssertIsServed(server, patiently: true);
        var before = ResidentOf(server, "VmRSS");
        var content = new byte[Size];
        new Random(7).NextBytes(content);
        var hash = Convert.ToHexStringLower(SHA256.HashData(content));
        var tus = new TusClient(server.Page);
        using var created = await tus.Create("large.bin", Size, sha256: hash);
        var upload = tus.LocationOf(created);

        await Assert.ThrowsAnyAsync<HttpRequestException>(() => tus.Append(
            upload, 0, new InterruptedContent(content, Size / 2, () => throw new IOException("the cable is pulled"))));
        var offset = 0;
        await Eventually.Holds(
            async () =>
            {
                offset = (int)await tus.OffsetOf(upload);
                using var nothing = await tus.Append(upload, offset, Array.Empty<byte>());
                return nothing.IsSuccessStatusCode; // the server has noticed the interruption
            },
            () => $"{offset} bytes are there");
        Assert.InRange(offset, 1, Size / 2);
        using var rest = await tus.Append(upload, offset, content[offset..]);

        using var browser = new HttpClient();
        await using var download = await browser.GetStreamAsync(
            new Uri(server.Page, Assert.Single(rest.Headers.GetValues("LanChat-Link"))));
        Assert.Equal(hash, Convert.ToHexStringLower(await SHA256.HashDataAsync(download)));
        Assert.InRange(ResidentOf(server, "VmHWM") - before, 0, Flat);
    }

    private static long ResidentOf(ServerProgram server, string kind)
    {
        var line = File.ReadLines($"/proc/{server.ProcessId}/status").Single(
            line => line.StartsWith(kind, StringComparison.Ordinal));
        return long.Parse(
            line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) * 1024;
    }
}
