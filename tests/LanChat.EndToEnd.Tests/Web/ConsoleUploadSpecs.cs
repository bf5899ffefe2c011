using System.Security.Cryptography;
using System.Text.Json.Nodes;
using LanChat.EndToEnd.Tests.Clients;
using LanChat.EndToEnd.Tests.Programs;

namespace LanChat.EndToEnd.Tests.Web;

/// <summary>Files uploaded and saved by LanChat's own client.</summary>
public sealed class ConsoleUploadSpecs : IDisposable
{
    private static readonly HttpClient Browser = new(
        new SocketsHttpHandler { SslOptions = { RemoteCertificateValidationCallback = (_, _, _, _) => true } });
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("lanchat-uploads-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("off")]
    [InlineData("on")]
    public async Task A_file_is_shared_with_everyone_and_downloads_unchanged(string https)
    {
        await using var server = await ServerProgram.StartWithPage(
            $"lanchat.server.web.https={https}", $"lanchat.server.data.folder=\"{_folder.FullName}\"");
        using var ben = await LineClient.Enter(server.EndPoint, "ben");
        await using var ann = await ConsoleClient.Enter(server.EndPoint, "ann");
        var path = Write("big 图.bin", 5_000_000);

        ann.Type($"/file {path}");

        var said = await ben.Receive("big 图.bin");
        Assert.Equal("ann", (string)said["nickname"]!);
        Assert.Equal(HashOf(path), await HashOf(server, said));
        await ann.Sees("[file] big 图.bin, 5000000 bytes: http");
    }

    [Fact]
    public async Task An_upload_is_resumed_after_the_server_was_killed_under_the_same_nickname()
    {
        string[] settings = [
            $"lanchat.server.listen.json={FreePort.Tcp()}",
            "lanchat.server.history.durability=committed",
            $"lanchat.server.data.folder=\"{_folder.FullName}\"",
        ];
        var path = Write("a.bin", 400_000_000);
        var before = await ServerProgram.StartWithPage(settings);
        await using var ann = await ConsoleClient.Enter(before.EndPoint, "ann");
        ann.Type($"/file {path}");
        await Eventually.Holds(() => Sent > 0, () => $"nothing came: {ann.Seen}");
        before.Program.Signal(RunningProgram.Stop);
        Assert.InRange(Sent, 1, 399_000_000);
        before.Program.Signal(RunningProgram.Kill);
        await before.Program.ExitCode();
        await before.DisposeAsync();

        await using var server = await ServerProgram.StartWithPage(settings);
        using var ben = await LineClient.Enter(server.EndPoint, "ben");
        var said = await ben.Receive("a.bin");

        Assert.Equal("ann", (string)said["nickname"]!);
        Assert.Equal(HashOf(path), await HashOf(server, said));
        Assert.Empty(Parts); // a second upload would have left a part behind
    }

    [Fact]
    public async Task A_private_file_is_announced_to_its_recipient_only()
    {
        await using var server = await ServerProgram.StartWithPage();
        using var ben = await LineClient.Enter(server.EndPoint, "ben");
        using var cat = await LineClient.Enter(server.EndPoint, "cat");
        await using var ann = ConsoleClient.Start("dumb", "--connect", $"{server.EndPoint}", "--nick", "ann");
        await ann.Sees("you are ann");
        var path = Write("secret.bin", 1000);

        ann.Type($"/file @ben {path}");

        var said = await ben.Receive("secret.bin");
        Assert.StartsWith("(private to ben) ", (string)said["message"]!);
        Assert.Equal(HashOf(path), await HashOf(server, said));
        await ann.Sees("(private to ben) [file] secret.bin, 1000 bytes: http");
        ann.Type("after it");
        Assert.Equal(("ann", "after it"), await cat.NextSaid());
    }

    [Fact]
    public async Task A_refused_upload_is_reported_with_the_reason()
    {
        await using var server = await ServerProgram.StartWithPage(
            "lanchat.server.uploads.size=1000000", "lanchat.server.uploads.total=1500000");
        await using var ann = await ConsoleClient.Enter(server.EndPoint, "ann");

        ann.Type($"/file {Write("large", 1_000_001)}");
        await ann.Sees("is too large (max 1.0 MB in this room)");
        ann.Type($"/file @nobody {Write("b", 10)}");
        await ann.Sees("There is nobody of that name here.");
        ann.Type($"/file {Write("c", 900_000)}");
        await ann.Sees("[file] c, 900000 bytes");
        ann.Type($"/file {Write("d", 900_000)}");
        await ann.Sees("not enough space in the room");
        ann.Type("/file cancel");
        await ann.Sees("No upload to cancel.");
    }

    [Fact]
    public async Task A_shared_file_can_be_saved_by_another_member()
    {
        await using var server = await ServerProgram.StartWithPage();
        await using var ben = await ConsoleClient.Enter(server.EndPoint, "ben");
        await using var ann = await ConsoleClient.Enter(server.EndPoint, "ann");
        var path = Write($"{Path.GetFileName(_folder.FullName)}.bin", 3_000_000);
        ben.Type("/save");
        await ben.Sees("No file to download");
        ann.Type($"/file {path}");
        await ben.Sees("3000000 bytes: http");

        var saved = new FileInfo(Path.GetFileName(path)); // in the program's working folder
        try
        {
            ben.Type("/save");
            await ben.Sees("Saved as ");
            Assert.Equal(HashOf(path), HashOf(saved.FullName));
        }
        finally
        {
            saved.Delete();
        }
    }

    private IEnumerable<FileInfo> Parts => _folder.EnumerateFiles("*.part", SearchOption.AllDirectories);

    private long Sent => Parts.Sum(part => part.Length);

    private string Write(string name, int size)
    {
        var path = Path.Combine(_folder.FullName, name);
        using var file = File.Create(path);
        file.Write(RandomNumberGenerator.GetBytes(Math.Min(size, 1_000_000)));
        file.SetLength(size);
        return path;
    }

    private static string HashOf(string path)
    {
        using var file = File.OpenRead(path);
        return Convert.ToHexString(SHA256.HashData(file));
    }

    /// <summary>The hash of the file behind the link in a message.</summary>
    private static async Task<string> HashOf(ServerProgram server, JsonNode said)
    {
        var text = (string)said["message"]!;
        await using var content = await Browser.GetStreamAsync(
            new Uri(server.Page, text[text.IndexOf("/files/", StringComparison.Ordinal)..]));
        return Convert.ToHexString(await SHA256.HashDataAsync(content));
    }
}
