using System.Net;
using System.Security.Cryptography;
using LanChat.Client.Transfers;

namespace LanChat.Client.Tests.Transfers;

public sealed class DownloadSpecs : IDisposable
{
    /// <summary>
    /// A file server with one file; it can close the connection after a number of bytes.
    /// </summary>
    private sealed class OneFile(byte[] content) : HttpMessageHandler
    {
        public List<string> Requests { get; } = [];

        public byte[]? Hashed { get; init; }

        public int? FailsAfter { get; set; }

        public HttpStatusCode Status { get; init; } = HttpStatusCode.OK;

        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Requests.Add($"{request.Headers.Range}");
            var from = (int)(request.Headers.Range?.Ranges.First().From ?? 0);
            var isPart = Status == HttpStatusCode.OK && from > 0;
            var answer = new HttpResponseMessage(isPart ? HttpStatusCode.PartialContent : Status)
            {
                Content = new ByteArrayContent(content[from..(FailsAfter ?? content.Length)]),
            };
            answer.Headers.Add(
                "Repr-Digest", $"sha-256=:{Convert.ToBase64String(SHA256.HashData(Hashed ?? content))}:");
            return Task.FromResult(answer);
        }
    }

    private static readonly byte[] Content = RandomNumberGenerator.GetBytes(1000);
    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;
    private readonly ProgressCounter _progress = new();

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string At(string name) => Path.Combine(_folder, name);

    private Download Download(OneFile room) =>
        new(new HttpClient(room), new SharedFile(
            "a.bin", Content.Length, new Uri("http://10.0.0.9:8080/files/x/a.bin")), _folder, "a.bin");

    private Task<DownloadResult> Run(Download download) => download.RunAsync(_progress, CancellationToken.None);

    private async Task<DownloadResult> Fetch(OneFile room)
    {
        using var download = Download(room);
        return await Run(download);
    }

    private string[] Names =>
        [.. Directory.GetFileSystemEntries(_folder).Select(
            path => Path.GetFileName(path)!).Order(StringComparer.Ordinal)];

    [Fact]
    public async Task An_interrupted_download_is_resumed()
    {
        var room = new OneFile(Content) { FailsAfter = 400 };
        using var download = Download(room);
        await Assert.ThrowsAsync<EndOfStreamException>(() => Run(download));
        Assert.Single(Names);

        room.FailsAfter = null;
        Assert.Equal(new DownloadResult(At("a.bin"), ""), await Run(download));
        Assert.Equal(["", "bytes=400-"], room.Requests);
        Assert.Equal(Content, await File.ReadAllBytesAsync(At("a.bin")));
        Assert.Equal(["a.bin"], Names);
        Assert.Equal((1000, 1000), (_progress.Done, _progress.Size));
    }

    [Fact]
    public async Task An_abandoned_download_leaves_no_file()
    {
        using (var download = Download(new OneFile(Content) { FailsAfter = 400 }))
            await Assert.ThrowsAsync<EndOfStreamException>(() => Run(download));

        Assert.Empty(Names);
    }

    [Theory]
    [InlineData("a.bin.part")]
    [InlineData("a.bin")]
    [InlineData(".a.bin.part")]
    [InlineData("a (2).bin")]
    public async Task Existing_files_are_kept(string name)
    {
        await File.WriteAllTextAsync(At(name), "my own notes");

        await Fetch(new OneFile(Content));
        await Fetch(new OneFile(Content));

        Assert.Equal("my own notes", await File.ReadAllTextAsync(At(name)));
    }

    [Theory]
    [InlineData("a.bin.part", true)]
    [InlineData("a.bin", true)]
    [InlineData("a.bin", false)]
    [InlineData("a (2).bin", true)]
    public async Task A_symbolic_link_is_never_followed(string name, bool leadsSomewhere)
    {
        var outside = Path.Combine(Directory.CreateDirectory(At("outside")).FullName, "precious");
        if (leadsSomewhere) await File.WriteAllTextAsync(outside, "precious");
        File.CreateSymbolicLink(At(name), outside);

        await Fetch(new OneFile(Content));
        await Fetch(new OneFile(Content));

        Assert.Equal(
            leadsSomewhere ? "precious" : null, File.Exists(outside) ? await File.ReadAllTextAsync(outside) : null);
        Assert.Equal(outside, new FileInfo(At(name)).LinkTarget);
    }

    [Fact]
    public async Task An_existing_file_is_not_overwritten()
    {
        await File.WriteAllTextAsync(At("a.bin"), "mine");
        await File.WriteAllTextAsync(At("a (2).bin"), "mine, too");

        Assert.Equal(At("a (3).bin"), (await Fetch(new OneFile(Content))).Path);
        Assert.Equal("mine", await File.ReadAllTextAsync(At("a.bin")));
        Directory.CreateDirectory(At("a (4).bin"));
        Assert.Equal(At("a (5).bin"), (await Fetch(new OneFile(Content))).Path);
    }

    [Fact]
    public async Task A_download_with_another_hash_is_dropped()
    {
        var result = await Fetch(new OneFile(Content) { Hashed = [1] });

        Assert.Null(result.Path);
        Assert.Contains("checksum mismatch", result.Problem);
        Assert.Empty(Directory.GetFiles(_folder));
    }

    [Fact]
    public async Task A_download_longer_than_announced_is_dropped()
    {
        byte[] more = [.. Content, 1];

        Assert.Null((await Fetch(new OneFile(more))).Path);
        Assert.Empty(Directory.GetFiles(_folder));
    }

    [Theory]
    [InlineData(HttpStatusCode.NotFound, "The room no longer has")]
    [InlineData(HttpStatusCode.Forbidden, "HTTP 403")]
    public async Task A_server_error_is_reported(HttpStatusCode status, string problem)
    {
        var result = await Fetch(new OneFile(Content) { Status = status });

        Assert.Contains(problem, result.Problem);
        Assert.Empty(Directory.GetFiles(_folder));
    }
}
