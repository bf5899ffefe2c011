using System.Security.Cryptography;
using LanChat.Server.Files;
using LanChat.Server.Tests.History;

namespace LanChat.Server.Tests.Files;

public sealed class UploadsSpecs : IDisposable
{
    private readonly TestClock _clock = new();
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private static UploadMetadata Plan(long size, string from = "10.0.0.1", string? hash = null) =>
        new("a.bin", "application/octet-stream", size, hash, null, from);

    private static Task Append(Upload upload, byte[] piece) =>
        upload.AppendAsync(new MemoryStream(piece), CancellationToken.None);

    private (Uploads Uploads, FileStore FileStore) Open(params string[] settings)
    {
        var bounds = TestSettings.With(settings).Uploads;
        var files = new FileStore(_folder.Path, bounds, _clock);
        return (new Uploads(_folder.Path, files, bounds, _clock), files);
    }

    private static Upload Begin(Uploads uploads, UploadMetadata plan)
    {
        var (upload, refused) = uploads.Begin(plan);
        Assert.Equal(UploadRefusal.None, refused);
        return upload!;
    }

    [Fact]
    public async Task An_upload_continues_in_another_process_with_the_hash_of_all_bytes()
    {
        byte[] content = [.. Enumerable.Range(0, 1000).Select(number => (byte)number)];
        var id = "";
        using (var before = Open().Uploads)
        {
            var begun = Begin(before, Plan(content.Length));
            await Append(begun, content[..400]);
            id = begun.Id;
        }

        var (uploads, files) = Open();
        var upload = uploads.Find(id)!;
        Assert.Equal(400, upload.Offset);
        await Append(upload, content[400..]);
        var file = (await uploads.FinishAsync(upload, CancellationToken.None))!;

        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(content)), file.Hash);
        Assert.Equal(content, File.ReadAllBytes(files.ContentOf(file)));
        Assert.Null(uploads.Find(id));
        Assert.Empty(Directory.GetFiles(Path.Combine(_folder.Path, "uploads")));
    }

    [Fact]
    public async Task Bytes_beyond_the_announced_size_are_refused()
    {
        var upload = Begin(Open().Uploads, Plan(3));

        await Assert.ThrowsAsync<InvalidDataException>(() => Append(upload, new byte[4]));

        Assert.Equal(0, upload.Offset);
    }

    [Fact]
    public async Task One_request_at_a_time_appends_and_none_after_the_end()
    {
        var uploads = Open().Uploads;
        var upload = Begin(uploads, Plan(1));
        Assert.Equal(UploadRefusal.None, uploads.Acquire(upload));
        Assert.Equal(UploadRefusal.Busy, uploads.Acquire(upload));
        upload.Release();
        Assert.Equal(UploadRefusal.None, uploads.Acquire(upload));

        await Append(upload, new byte[1]);
        await uploads.FinishAsync(upload, CancellationToken.None);
        upload.Release();

        Assert.Equal(UploadRefusal.Busy, uploads.Acquire(upload));
    }

    [Fact]
    public void Space_is_reserved_for_running_uploads_and_not_for_announced_ones()
    {
        var uploads = Open("uploads.total=10").Uploads;
        var (first, second) = (Begin(uploads, Plan(8)), Begin(uploads, Plan(8)));

        Assert.Equal(UploadRefusal.None, uploads.Acquire(first));
        Assert.Equal(UploadRefusal.Full, uploads.Acquire(second));
        Assert.Equal(UploadRefusal.Full, uploads.Begin(Plan(8)).Refused);
        first.Release();
        Assert.Equal(UploadRefusal.None, uploads.Acquire(second));
    }

    [Fact]
    public async Task Stored_files_count_against_the_size_limit_of_an_address()
    {
        var uploads = Open("uploads.per-address-total=10").Uploads;
        var upload = Begin(uploads, Plan(4));
        await Append(upload, new byte[4]);
        var file = (await uploads.FinishAsync(upload, CancellationToken.None))!;
        Begin(uploads, Plan(4));

        Assert.Equal(UploadRefusal.TooMuch, uploads.Begin(Plan(4)).Refused);
        Begin(uploads, Plan(4, from: "10.0.0.2"));
        uploads.Remove(file);
        Begin(uploads, Plan(4));
    }

    [Fact]
    public async Task The_number_of_files_per_address_is_limited_and_never_all_places()
    {
        var (uploads, _) = Open("uploads.count=4", "uploads.kept=1h");
        for (var number = 0; number < 3; number++)
            await uploads.FinishAsync(Begin(uploads, Plan(0)), CancellationToken.None);

        Assert.Equal(UploadRefusal.TooManyKept, uploads.Begin(Plan(0)).Refused);
        Begin(uploads, Plan(0, from: "10.0.0.2"));
        Assert.Equal(UploadRefusal.Full, uploads.Begin(Plan(0, from: "10.0.0.3")).Refused);
    }

    [Theory]
    [InlineData("2001:db8::1", "2001:db8::ffff:1", false)]
    [InlineData("2001:db8::1", "2001:db8:0:1::1", true)]
    [InlineData("10.0.0.1", "::ffff:10.0.0.1", false)]
    [InlineData("10.0.0.1", "10.0.0.2", true)]
    public async Task Files_are_counted_per_IPv4_address_and_IPv6_network(
        string one, string other, bool mayShare)
    {
        var (uploads, _) = Open("uploads.per-address-count=1");
        await uploads.FinishAsync(Begin(uploads, Plan(0, from: one)), CancellationToken.None);

        Assert.Equal(
            mayShare ? UploadRefusal.None : UploadRefusal.TooManyKept, uploads.Begin(Plan(0, from: other)).Refused);
    }

    [Fact]
    public void An_unfinished_upload_expires_after_its_last_request()
    {
        var uploads = Open("uploads.unfinished=1h").Uploads;
        var upload = Begin(uploads, Plan(4));
        uploads.Acquire(upload);
        _clock.Advance(TimeSpan.FromHours(2));
        uploads.Prune();
        upload.Release();
        uploads.Prune();
        Assert.NotNull(uploads.Find(upload.Id));

        _clock.Advance(TimeSpan.FromHours(1));
        uploads.Prune();

        Assert.Null(uploads.Find(upload.Id));
        Assert.Empty(Directory.GetFiles(Path.Combine(_folder.Path, "uploads")));
    }

    [Fact]
    public void Incomplete_metadata_and_parts_without_metadata_are_deleted()
    {
        var folder = Directory.CreateDirectory(Path.Combine(_folder.Path, "uploads")).FullName;
        File.WriteAllText(Path.Combine(folder, "a.json"), "{\"Na");
        File.WriteAllText(Path.Combine(folder, "b.part"), "half");

        Open();

        Assert.Empty(Directory.GetFiles(folder));
    }
}
