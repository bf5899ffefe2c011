using LanChat.Protocol;
using LanChat.Server.History;
using LanChat.Server.Names;

namespace LanChat.Server.Tests.History;

public sealed class SqliteBookSpecs : IDisposable
{
    private static readonly DateTime Noon = new(2026, 1, 2, 12, 0, 0, DateTimeKind.Utc);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private SqliteHistory Open() => SqliteHistory.Open(_folder.File("history.db"));

    private static OwnedName Name(string text, int days = 0) => new(text, "MFkw", "192.168.38.203", Noon, Noon.AddDays(days));

    private static WaitingWord Word(long number) => new(number, "Ann", Said.Message(0, $"word {number}", MessageKind.Private) with { Ref = $"r{number}" });

    [Fact]
    public void Names_and_words_come_back_as_they_were()
    {
        using (var history = Open())
        {
            history.Note([new Note.NameUsed(Name("Ann")), new Note.NameUsed(Name("老王")), new Note.WordWaits(Word(8)), new Note.WordWaits(Word(7))]);
            history.Note([new Note.NameUsed(Name("ANN", days: 1)), new Note.WordWaits(Word(8))]);
        }

        using var again = Open();
        Assert.Equal([Name("ANN", days: 1), Name("老王")], again.Book(10).Names.OrderBy(name => name.Text));
        Assert.Equal([Word(7), Word(8)], again.Book(10).Words);
    }

    [Fact]
    public void What_is_forgotten_or_gone_is_not_there_any_more()
    {
        using var history = Open();
        history.Note([new Note.NameUsed(Name("Ann")), new Note.NameUsed(Name("Ben")), new Note.WordWaits(Word(7)), new Note.WordWaits(Word(8))]);

        history.Note([new Note.NameForgotten("aNN"), new Note.WordGone(7)]);

        Assert.Equal([Name("Ben")], history.Book(10).Names);
        Assert.Equal([Word(8)], history.Book(10).Words);
    }

    [Fact]
    public void The_refs_of_the_last_messages_are_known()
    {
        using var history = Open();
        history.Append([.. Enumerable.Range(1, 6).Select(id => Said.Message(id) with { Ref = id % 2 == 0 ? $"r{id}" : null })]);

        Assert.Equal([("r4", 4L), ("r6", 6L)], history.Book(4).Refs);
        Assert.Empty(history.Book(0).Refs);
    }

    [Fact]
    public void What_is_said_again_by_a_forgotten_ref_is_kept_without_it()
    {
        using var history = Open();
        history.Append([Said.Message(1) with { Ref = "r" }]);

        Assert.Equal(1, history.Append([Said.Message(2) with { Ref = "r" }]));

        Assert.Equal(["r", null], history.Past(10).Newest.Select(message => message.Ref));
    }
}
