using LanChat.Protocol;
using LanChat.Server.Files;
using LanChat.Server.Tests.History;

namespace LanChat.Server.Tests.Files;

public sealed class ShelfSpecs : IDisposable
{
    private readonly TestClock _clock = new();
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private Shelf Open(string kept = "7d") => new(_folder.Path, TestSettings.With($"uploads.kept={kept}").Uploads, _clock);

    private StoredFile Add(Shelf shelf, string content, string name = "a.txt")
    {
        var path = _folder.File("came");
        File.WriteAllText(path, content);
        return shelf.Add(new UploadPlan(name, "text/plain", content.Length, null, null, "10.0.0.1"), path, $"hash-of-{content}");
    }

    private string[] Contents() => Directory.GetFiles(Path.Combine(_folder.Path, "content"));

    [Fact]
    public void The_same_content_is_kept_once_until_its_last_link_is_gone()
    {
        var shelf = Open();
        var (first, second) = (Add(shelf, "x", "a.txt"), Add(shelf, "x", "b.txt"));
        Assert.NotEqual(first.Token, second.Token);
        Assert.Single(Contents());
        Assert.Equal((2, 1L, 2L), (shelf.Count, shelf.Size, shelf.SizeOf(AddressBlock.Of("10.0.0.1"))));

        shelf.Remove(first);
        Assert.Null(shelf.Find(first.Token));
        Assert.Equal("x", File.ReadAllText(shelf.ContentOf(shelf.Find(second.Token)!)));
        shelf.Remove(second);

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

        var shelf = Open();

        Assert.Equal(1, shelf.Count);
        Assert.Single(Contents());
    }

    [Fact]
    public void What_was_kept_long_enough_is_not_found_and_then_not_there()
    {
        var shelf = Open(kept: "10s");
        var file = Add(shelf, "x");
        _clock.Pass(TimeSpan.FromSeconds(9));
        shelf.Tidy();
        Assert.NotNull(shelf.Find(file.Token));

        _clock.Pass(TimeSpan.FromSeconds(1));
        Assert.Null(shelf.Find(file.Token));
        shelf.Tidy();

        Assert.Empty(Contents());
        Assert.Equal(0, shelf.Count);
    }
}
