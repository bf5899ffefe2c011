using LanChat.Protocol;
using LanChat.Rooms;
using LanChat.Server.Files;

namespace LanChat.Server.Tests.Files;

public sealed class SnippetStoreSpecs
{
    private readonly TestClock _clock = new();

    private SnippetStore Store(params string[] settings) =>
        new(TestSettings.With(settings).Files, _clock, hasLinks: true);

    private static ChatFile Add(SnippetStore store, string name, string text = "x", string from = "10.0.0.1")
    {
        Assert.True(store.TryAdd(new Snippet(name, text, new PeerAddress(from, 1)), out var file, out _));
        return file;
    }

    private static string TokenOf(ChatFile file) => file.Link!.Split('/')[2];

    private static Refusal Refuse(SnippetStore store, string name, string text = "x", string from = "10.0.0.1")
    {
        Assert.False(store.TryAdd(new Snippet(name, text, new PeerAddress(from, 1)), out _, out var refusal));
        return refusal;
    }

    [Fact]
    public void A_file_is_found_by_its_link()
    {
        var store = Store();

        var (first, second) = (Add(store, "a"), Add(store, "a"));

        Assert.NotEqual(first.Id, second.Id);
        Assert.Equal(second, store.Find(TokenOf(second), "10.0.0.9"));
    }

    [Fact]
    public void A_private_file_is_found_by_the_addresses_of_sender_and_recipient_only()
    {
        var store = Store();
        var snippet = new Snippet("a", "x", new PeerAddress("10.0.0.1", 1), new PeerAddress("10.0.0.2", 1));
        Assert.True(store.TryAdd(snippet, out var file, out _));

        Assert.Equal(file, store.Find(TokenOf(file), "10.0.0.1"));
        Assert.Equal(file, store.Find(TokenOf(file), "10.0.0.2"));
        Assert.Null(store.Find(TokenOf(file), "10.0.0.3"));
    }

    [Fact]
    public void The_size_of_a_file_is_limited()
    {
        var store = Store("files.size=3");

        Add(store, "fits", "abc");
        Assert.Same(Refusal.FileTooLarge, Refuse(store, "does not", "ab小"));
    }

    [Fact]
    public void The_size_and_number_of_all_files_are_limited()
    {
        var bytes = Store("files.total=5");
        Add(bytes, "a", "abc");
        Assert.Same(Refusal.FilesFull, Refuse(bytes, "b", "abc"));
        Add(bytes, "c", "ab");

        var number = Store("files.count=1");
        Add(number, "a");
        Assert.Same(Refusal.FilesFull, Refuse(number, "b"));
    }

    [Fact]
    public void One_address_cannot_use_all_places()
    {
        var store = Store("files.count=4", "files.per-address=100", "files.kept=10s");
        for (var number = 0; number < 3; number++) Add(store, $"{number}");

        Assert.Same(Refusal.FilesFull, Refuse(store, "3"));
        Add(store, "other", from: "10.0.0.2");
        _clock.Advance(TimeSpan.FromSeconds(10));
        Add(store, "3");
        var few = Store("files.per-address=1");
        Add(few, "a", from: "2001:db8::1");
        Assert.Same(Refusal.FilesFull, Refuse(few, "b", from: "2001:db8::2"));
        Add(few, "b", from: "2001:db8:0:1::1");
    }

    [Fact]
    public void An_expired_file_is_removed_and_frees_its_place()
    {
        var store = Store("files.count=1", "files.kept=10s");
        var file = Add(store, "a");
        _clock.Advance(TimeSpan.FromSeconds(9));
        Assert.NotNull(store.Find(TokenOf(file), "10.0.0.9"));

        _clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Null(store.Find(TokenOf(file), "10.0.0.9"));
        Add(store, "b");
    }
}
