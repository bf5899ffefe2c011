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
    public void The_same_content_is_kept_once_until_its_last_link_is_gone()
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
    public void What_is_there_is_there_again_when_it_is_opened_again()
    {
        var file = Add(Open(), "x");

        Assert.Equal(file, Open().Find(file.Token));
    }

    [Fact]
    public void A_note_that_is_no_note_and_a_content_nobody_has_a_link_to_are_passed_over_and_removed()
    {
        Add(Open(), "x");
        File.WriteAllText(Path.Combine(_folder.Path, "links", "half.json"), "{\"Tok");
        File.WriteAllText(Path.Combine(_folder.Path, "content", "orphan"), "y");

        var store = Open();

        Assert.Equal(1, store.Count);
        Assert.Single(Contents());
    }

    [Fact]
    public void What_was_kept_long_enough_is_not_found_and_then_not_there()
    {
        var store = Open(kept: "10s");
        var file = Add(store, "x");
        _clock.Pass(TimeSpan.FromSeconds(9));
        store.Prune();
        Assert.NotNull(store.Find(file.Token));

        _clock.Pass(TimeSpan.FromSeconds(1));
        Assert.Null(store.Find(file.Token));
        store.Prune();

        Assert.Empty(Contents());
        Assert.Equal(0, store.Count);
    }
}
