using System.Net;
using System.Security.Cryptography;
using LanChat.EndToEnd.Tests.Faults;
using LanChat.EndToEnd.Tests.Programs;

namespace LanChat.EndToEnd.Tests.Web;

public sealed class HostileUploadSpecs : IDisposable
{
    private static readonly HttpClient Browser = new();
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("lanchat-hostile-");

    public void Dispose() => _data.Delete(recursive: true);

    [Fact]
    public async Task Announced_uploads_reserve_no_space()
    {
        await using var server = await ServerProgram.StartWithPage();
        for (var address = 2; address < 202; address++)
        {
            using var browser = OrdinaryBrowser.From(IPAddress.Parse($"127.0.0.{address}"));
            using var announced = await new TusClient(server.Page, client: browser).Create("large.bin", 1L << 31);
            Assert.Equal(HttpStatusCode.Created, announced.StatusCode);
        }

        using var put = await Browser.PutAsync(new Uri(server.Page, "/files/a.txt"), new StringContent("hello"));
        Assert.Equal(HttpStatusCode.Created, put.StatusCode);
    }

    [Fact]
    public async Task One_address_cannot_use_all_space()
    {
        await using var server = await ServerProgram.StartWithPage(
            "lanchat.server.uploads.total=20000", "lanchat.server.uploads.per-address-total=10000");
        using var greedy = await Browser.PutAsync(
            new Uri(server.Page, "/files/a"), new ByteArrayContent(new byte[6000]));
        Assert.Equal(HttpStatusCode.Created, greedy.StatusCode);
        using var announced = await new TusClient(server.Page).Create("b", 3000);
        Assert.Equal(HttpStatusCode.Created, announced.StatusCode);

        using var tooMuch = await Browser.PutAsync(
            new Uri(server.Page, "/files/c"), new ByteArrayContent(new byte[2000]));
        Assert.Equal(HttpStatusCode.InsufficientStorage, tooMuch.StatusCode);
        using var elsewhere = OrdinaryBrowser.From(IPAddress.Parse("127.0.0.2"));
        using var other = await elsewhere.PutAsync(
            new Uri(server.Page, "/files/d"), new ByteArrayContent(new byte[9000]));
        Assert.Equal(HttpStatusCode.Created, other.StatusCode);
    }

    [Fact]
    public async Task Expired_files_and_unfinished_uploads_are_deleted_without_a_request()
    {
        await using var server = await Start("lanchat.server.uploads.kept=1s", "lanchat.server.uploads.unfinished=1s");
        using var put = await Browser.PutAsync(new Uri(server.Page, "/files/a.txt"), new StringContent("hello"));
        put.EnsureSuccessStatusCode();
        var tus = new TusClient(server.Page);
        using var begun = await tus.Create("b.bin", 10);
        using var piece = await tus.Append(tus.LocationOf(begun), 0, new byte[5]);

        await Eventually.Holds(() => !Files().Any(), () => string.Join('\n', Files()));
    }

    [MountFact]
    public async Task An_upload_to_a_full_disk_is_refused_and_resumed_when_there_is_space()
    {
        await using var server = await ServerProgram.StartThrough(
            [
                "unshare",
                "--mount",
                "sh",
                "-c",
                $"mount -t tmpfs -o size=100m none {_data.FullName} && exec \"$@\"",
                "sh",
            ],
            [
                "lanchat.server.listen.web=0",
                "lanchat.server.history.durability=committed",
                $"lanchat.server.data.folder={_data.FullName}",
            ],
            local: true);
        var tus = new TusClient(server.Page);
        var content = RandomNumberGenerator.GetBytes(20_000_000);
        using var created = await tus.Create(
            "a.bin", content.Length, sha256: Convert.ToHexString(SHA256.HashData(content)));
        var upload = tus.LocationOf(created);
        var ballast = $"/proc/{server.ProcessId}/root{_data.FullName}/ballast";

        using var broken = await tus.Append(upload, 0, new InterruptedContent(
            content, 5_000_000, () => File.WriteAllBytesAsync(ballast, new byte[85_000_000])));
        Assert.Equal(HttpStatusCode.InsufficientStorage, broken.StatusCode);
        var offset = (int)await tus.OffsetOf(upload);
        Assert.InRange(offset, 1_000_000, content.Length - 1);
        using var again = await tus.Append(upload, offset, content[offset..]);
        Assert.Equal(HttpStatusCode.InsufficientStorage, again.StatusCode);

        File.Delete(ballast);
        using var rest = await tus.Append(upload, offset, content[offset..]);
        Assert.Equal(HttpStatusCode.NoContent, rest.StatusCode);
        Assert.Equal(content, await Browser.GetByteArrayAsync(
            new Uri(server.Page, Assert.Single(rest.Headers.GetValues("LanChat-Link")))));
    }

    [Fact]
    public async Task A_server_killed_during_an_upload_keeps_what_it_received()
    {
        var content = RandomNumberGenerator.GetBytes(8_000_000);
        string path;
        await using (var before = await Start())
        {
            var tusBefore = new TusClient(before.Page);
            using var created = await tusBefore.Create(
                "a.bin", content.Length, sha256: Convert.ToHexString(SHA256.HashData(content)));
            path = created.Headers.Location!.ToString();
            var location = tusBefore.LocationOf(created);
            var interrupted = new InterruptedContent(content, 6_000_000, async () =>
            {
                await Eventually.Holds(
                    async () => await tusBefore.OffsetOf(location) > 1_000_000, () => "nothing came");
                before.Program.Signal(RunningProgram.Kill);
                await before.Program.ExitCode();
            });
            await Assert.ThrowsAnyAsync<HttpRequestException>(() => tusBefore.Append(location, 0, interrupted));
        }

        await using var server = await Start();
        var tus = new TusClient(server.Page);
        var upload = new Uri(server.Page, path);
        var offset = (int)await tus.OffsetOf(upload);
        Assert.InRange(offset, 1_000_000, 6_000_000);
        using var rest = await tus.Append(upload, offset, content[offset..]);

        Assert.Equal(HttpStatusCode.NoContent, rest.StatusCode);
    }

    private Task<ServerProgram> Start(params string[] settings) => ServerProgram.StartWithPage(
        [
            "lanchat.server.history.durability=committed",
            $"lanchat.server.data.folder=\"{_data.FullName}\"",
            .. settings,
        ]);

    private IEnumerable<string> Files() => _data.EnumerateDirectories("files", SearchOption.AllDirectories)
        .SelectMany(folder => folder.EnumerateFiles("*", SearchOption.AllDirectories)).Select(file => file.FullName);
}
