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
    public async Task Files_that_are_only_announced_take_space_from_nobody()
    {
        await using var server = await ServerProgram.StartWithPage();
        for (var address = 2; address < 202; address++)
        {
            using var browser = ABrowser.From(IPAddress.Parse($"127.0.0.{address}"));
            using var announced = await new Uploading(server.Page, client: browser).Create("large.bin", 1L << 31);
            Assert.Equal(HttpStatusCode.Created, announced.StatusCode);
        }

        using var put = await Browser.PutAsync(new Uri(server.Page, "/files/a.txt"), new StringContent("hello"));
        Assert.Equal(HttpStatusCode.Created, put.StatusCode);
    }

    [Fact]
    public async Task One_address_does_not_fill_what_is_there_for_all()
    {
        await using var server = await ServerProgram.StartWithPage(
            "lanchat.server.uploads.total=20000", "lanchat.server.uploads.per-address-total=10000");
        using var greedy = await Browser.PutAsync(
            new Uri(server.Page, "/files/a"), new ByteArrayContent(new byte[6000]));
        Assert.Equal(HttpStatusCode.Created, greedy.StatusCode);
        using var announced = await new Uploading(server.Page).Create("b", 3000);
        Assert.Equal(HttpStatusCode.Created, announced.StatusCode);

        using var tooMuch = await Browser.PutAsync(
            new Uri(server.Page, "/files/c"), new ByteArrayContent(new byte[2000]));
        Assert.Equal(HttpStatusCode.InsufficientStorage, tooMuch.StatusCode);
        using var elsewhere = ABrowser.From(IPAddress.Parse("127.0.0.2"));
        using var other = await elsewhere.PutAsync(
            new Uri(server.Page, "/files/d"), new ByteArrayContent(new byte[9000]));
        Assert.Equal(HttpStatusCode.Created, other.StatusCode);
    }

    [Fact]
    public async Task What_was_kept_or_waited_long_enough_is_removed_though_nobody_asks_for_anything()
    {
        await using var server = await Start("lanchat.server.uploads.kept=1s", "lanchat.server.uploads.unfinished=1s");
        using var put = await Browser.PutAsync(new Uri(server.Page, "/files/a.txt"), new StringContent("hello"));
        put.EnsureSuccessStatusCode();
        var ours = new Uploading(server.Page);
        using var begun = await ours.Create("b.bin", 10);
        using var piece = await ours.Append(ours.LocationOf(begun), 0, new byte[5]);

        await Eventually.Holds(() => !Files().Any(), () => string.Join('\n', Files()));
    }

    [MountFact]
    public async Task A_disk_that_is_full_half_way_is_told_and_what_came_stays_until_there_is_space()
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
        var ours = new Uploading(server.Page);
        var content = RandomNumberGenerator.GetBytes(20_000_000);
        using var created = await ours.Create(
            "a.bin", content.Length, sha256: Convert.ToHexString(SHA256.HashData(content)));
        var upload = ours.LocationOf(created);
        var ballast = $"/proc/{server.ProcessId}/root{_data.FullName}/ballast";

        using var broken = await ours.Append(upload, 0, new Interrupted(
            content, 5_000_000, () => File.WriteAllBytesAsync(ballast, new byte[85_000_000])));
        Assert.Equal(HttpStatusCode.InsufficientStorage, broken.StatusCode);
        var offset = (int)await ours.OffsetOf(upload);
        Assert.InRange(offset, 1_000_000, content.Length - 1);
        using var again = await ours.Append(upload, offset, content[offset..]);
        Assert.Equal(HttpStatusCode.InsufficientStorage, again.StatusCode);

        File.Delete(ballast);
        using var rest = await ours.Append(upload, offset, content[offset..]);
        Assert.Equal(HttpStatusCode.NoContent, rest.StatusCode);
        Assert.Equal(content, await Browser.GetByteArrayAsync(
            new Uri(server.Page, Assert.Single(rest.Headers.GetValues("LanChat-Link")))));
    }

    [Fact]
    public async Task A_server_killed_while_a_piece_comes_has_kept_what_came_and_goes_on()
    {
        var content = RandomNumberGenerator.GetBytes(8_000_000);
        string path;
        await using (var before = await Start())
        {
            var theirs = new Uploading(before.Page);
            using var created = await theirs.Create(
                "a.bin", content.Length, sha256: Convert.ToHexString(SHA256.HashData(content)));
            path = created.Headers.Location!.ToString();
            var location = theirs.LocationOf(created);
            var interrupted = new Interrupted(content, 6_000_000, async () =>
            {
                await Eventually.Holds(
                    async () => await theirs.OffsetOf(location) > 1_000_000, () => "nothing came");
                before.Program.Signal(RunningProgram.Kill);
                await before.Program.ExitCode();
            });
            await Assert.ThrowsAnyAsync<HttpRequestException>(() => theirs.Append(location, 0, interrupted));
        }

        await using var server = await Start();
        var ours = new Uploading(server.Page);
        var upload = new Uri(server.Page, path);
        var offset = (int)await ours.OffsetOf(upload);
        Assert.InRange(offset, 1_000_000, 6_000_000);
        using var rest = await ours.Append(upload, offset, content[offset..]);

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
