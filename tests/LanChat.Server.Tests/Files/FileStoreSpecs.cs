using LanChat.Protocol;
using LanChat.Server.Files;
using LanChat.Server.Tests.History;

namespace LanChat.Server.Tests.Files;

public sealed class FileStoreSpecs : IDisposable
{
    private readonly TestClock _clock = new();
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private FileStore Open(string kept = "7d") =>
        new(_folder.Path, TestSettings.With($"uploads.kept={kept}").Uploads, _clock);

    private StoredFile Add(FileStore store, string content, string name = "a.txt")
    {
        var path = _folder.File("came");
        File.WriteAllText(path, content);
        return store.Add(
            new UploadMetadata(name, "text/plain", content.Length, null, null, "10.0.0.1"), path, $"hash-of-{content}");
    }

    private string[] Contents() => Directory.GetFiles(Path.Combine(_folder.Path, "content"));

    [Fact]
    public void Equal_content_is_stored_once_until_its_last_link_is_removed()
    {
        var store = Open();
        var (first, second) = (Add(store, "x", "a.txt"), Add(store, "x", "b.txt"));
        Assert.NotEqual(first.Token, second.Token);
        Assert.Single(Contents());
        Assert.Equal((2, 1L, 2L), (store.Count, store.Size, store.SizeOf(AddressBlock.Of("10.0.0.1"))));

        store.Remove(first);
        Assert.Null(store.Find(first.Token));
        Assert.Equal("x", File.ReadAllText(store.ContentOf(store.Find(second.Token)!)));
        store.Remove(second);

        Assert.Empty(Contents());
    }

    [Fact]
    public void Files_are_found_after_reopening()
    {
        var file = Add(Open(), "x");

        Assert.Equal(file, Open().Find(file.Token));
    }

    [Fact]
    public void Incomplete_links_and_orphaned_content_are_removed()
    {
        Add(Open(), "x");
        File.WriteAllText(Path.Combine(_folder.Path, "links", "half.json"), "{\"Tok");
        File.WriteAllText(Path.Combine(_folder.Path, "content", "orphan"), "y");

        var store = Open();

        Assert.Equal(1, store.Count);
        Assert.Single(Contents());
    }

    [Fact]
    public void An_expired_file_is_not_found_and_then_deleted()
    {
        var store = Open(kept: "10s");
        var file = Add(store, "x");
        _clock.Advance(TimeSpan.FromSeconds(9));
        store.Prune();
        Assert.NotNull(store.Find(file.Token));

        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Null(store.Find(file.Token));
        store.Prune();

        Assert.Empty(Contents());
        Assert.Equal(0, store.Count);
    }
}
