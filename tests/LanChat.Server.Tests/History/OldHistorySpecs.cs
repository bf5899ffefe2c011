using LanChat.Protocol;
using LanChat.Server.Storage.Sqlite;

namespace LanChat.Server.Tests.History;

/// <summary>
/// Databases of servers of version 1 are opened with all messages, and continued.
/// </summary>
public sealed class OldHistorySpecs : IDisposable
{
    private const int All = 1000;
    private const string ScriptsRef = "AKEuN8Q1LJHZF2U47AS6Ew";

    private readonly TemporaryFolder _folder = new();
    private readonly List<string> _reports = [];

    private string File => _folder.File("history.db");

    public void Dispose() => _folder.Dispose();

    private SqliteHistory Open(string name)
    {
        Fixtures.Copy($"history/{name}.db", File);
        return SqliteRepair.Open(File, _reports.Add);
    }

    [Fact]
    public void Schema_1_reads_as_its_own_server_exported_it()
    {
        using var history = Open("schema1");

        var messages = history.Restore(All).Newest;
        Assert.Equal(Fixtures.Exported("history/schema1.jsonl"), messages);
        Assert.Equal(Enumerable.Range(1, 29).Select(id => (long)id), messages.Select(message => message.Id));
        Assert.Equal(("ben", "国标也可以"), (messages[8].Nickname, messages[8].Text));
        Assert.Equal(new ChatFile(2, "笔记 1.txt", 19, null), messages[18].File);
        Assert.Equal(new SystemMessage.Renamed(
            new Member("Zoë", new PeerAddress("127.0.0.1", 41012)), "小糖豆"), messages[19].System);
        Assert.Equal(3011, messages[21].Text.Length);
        Assert.All(messages, message => Assert.Null(message.Ref));
        var registry = history.ReadRegistry(All);
        Assert.Equal((0, 0, 0), (registry.Nicks.Count, registry.Mail.Count, registry.Refs.Count));
        Assert.Empty(_reports);
    }

    [Fact]
    public void Schema_2_includes_registrations_offline_messages_refs_and_links()
    {
        using var history = Open("schema2");

        var messages = history.Restore(All).Newest;
        Assert.Equal(Fixtures.Exported("history/schema2.jsonl"), messages.Select(WithoutRef));
        Assert.Equal(Version1Recording.Messages, messages.Count);
        Version1Recording.AssertSampleMessages(messages);
        Assert.Equal("/files/IQUvzW2dqXZbzvp1I6whDA/photo.png", messages[10].File!.Link);
        var file = messages[12].File!;
        Assert.Equal(("Plan _B_.pdf", 2009, "application/pdf"), (file.Name, file.Size, file.Type));
        var registry = history.ReadRegistry(All);
        Version1Recording.AssertRegistry(registry);
        Assert.Equal(Version1Recording.Refs(ScriptsRef), registry.Refs);
        Assert.Equal([331860, 331867, 331954, 332054], registry.Mail.Select(message => message.Number - 1795953000000));
        Assert.Equal(Time(1795953331858).LocalDateTime, registry.Mail[0].Message.Time);
        Assert.Equal(Time(1795953320484).UtcDateTime, registry.Nicks.Single(name => name.Text == "ada").First);
        Assert.Empty(_reports);
    }

    [Fact]
    public void A_damaged_file_is_set_aside_and_its_readable_pages_are_kept()
    {
        System.IO.File.WriteAllBytes(File + "-wal", [1]); // the log of a database that was not closed
        using var history = Open("schema2-damaged");

        var messages = history.Restore(All).Newest;
        var exported = Fixtures.Exported("history/schema2.jsonl").Where(message => message.Id is < 47 or > 88);
        Assert.Equal(exported, messages.Select(WithoutRef));
        var registry = history.ReadRegistry(All);
        Version1Recording.AssertRegistry(registry);
        Assert.Equal(Version1Recording.Refs(ScriptsRef).Where(one => one.Id is < 47 or > 88), registry.Refs);
        Assert.Contains("101 messages were read from it", _reports[^1], StringComparison.Ordinal);
        // The damaged file's log is kept beside it.
        var aside = Directory.GetFiles(_folder.Path, "history.db.broken-*").MinBy(file => file.Length)!;
        Assert.Equal(Enumerable.Repeat((byte)0xAA, 8192), System.IO.File.ReadAllBytes(aside)[36864..45056]);
    }

    [Theory]
    [InlineData("schema1", 29)]
    [InlineData("schema2", 143)]
    public void Message_ids_continue(string name, long last)
    {
        using (var history = Open(name)) Assert.Equal(1, history.Append([TestMessages.Message(last + 1)]));

        using var again = SqliteRepair.Open(File, _reports.Add);
        Assert.Equal((last + 1, (int)last + 1), (again.Restore(0).LastId, again.Restore(All).Newest.Count));
    }

    private static ChatMessage WithoutRef(ChatMessage message) => message with { Ref = null };

    private static DateTimeOffset Time(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
}
