using System.Globalization;
using System.Security.Cryptography;
using LanChat.EndToEnd.Tests.Faults;
using LanChat.EndToEnd.Tests.Programs;

namespace LanChat.EndToEnd.Tests.Web;

[Collection(FaultsCollection.Name)]
public sealed class LargeFileSpecs
{
    private const int Size = 200_000_000;
    private const long Flat = 64L << 20;

    [Fact]
    public async Task Two_hundred_megabytes_go_up_break_off_go_on_and_come_back_while_the_server_s_memory_stays_flat()
    {
        await using var server = await ServerProgram.StartWithPage();
        await ABrowser.IsServed(server, patiently: true);
        var before = ResidentOf(server, "VmRSS");
        var content = new byte[Size];
        new Random(7).NextBytes(content);
        var hash = Convert.ToHexStringLower(SHA256.HashData(content));
        var ours = new Uploading(server.Page);
        using var created = await ours.Create("large.bin", Size, sha256: hash);
        var upload = ours.LocationOf(created);

        await Assert.ThrowsAnyAsync<HttpRequestException>(() => ours.Append(
            upload, 0, new Interrupted(content, Size / 2, () => throw new IOException("the cable is pulled"))));
        var offset = 0;
        await Eventually.Holds(
            async () =>
            {
                offset = (int)await ours.OffsetOf(upload);
                using var nothing = await ours.Append(upload, offset, Array.Empty<byte>());
                return nothing.IsSuccessStatusCode; // the server has seen the break
            },
            () => $"{offset} bytes are there");
        Assert.InRange(offset, 1, Size / 2);
        using var rest = await ours.Append(upload, offset, content[offset..]);

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
