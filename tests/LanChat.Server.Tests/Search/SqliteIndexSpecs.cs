using LanChat.Protocol;
using LanChat.Server.Storage;
using LanChat.Server.Storage.Sqlite;
using LanChat.Server.Tests.History;
using Microsoft.Data.Sqlite;

namespace LanChat.Server.Tests.Search;

public sealed class SqliteIndexSpecs : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private SqliteHistory _history;

    public SqliteIndexSpecs() => _history = SqliteHistory.Open(History);

    private string History => _folder.File("history.db");

    private string Index => _folder.File("search.db");

    public void Dispose()
    {
        _history.Dispose();
        _folder.Dispose();
    }

    private void OpenAgain()
    {
        _history.Dispose();
        _history = SqliteHistory.Open(History);
    }

    private void UpdateIndex()
    {
        using var index = _history.OpenIndex()!;
        while (index.Advance(1000) > 0)
        {
        }
    }

    private SearchResult Find(string text, long before = long.MaxValue)
    {
        using var reader = _history.OpenReader();
        return reader.Search(new SearchQuery(text, null, null, null, before, 10));
    }

    private long Number(string file, string sql)
    {
        using var connection = SqliteSearchFiles.Open(file, SqliteOpenMode.ReadOnly);
        return SqliteIndexSchema.Number(connection, sql);
    }

    /// <summary>Appends more messages than one scan covers, with the searched one first.</summary>
    private void AppendMany()
    {
        _history.Append([TestMessages.Message(1, "上海 needle"), .. TestMessages.Messages(2, SearchScan.MaxExamined + 10)]);
    }

    [Theory]
    [InlineData(MessageKind.Edited)]
    [InlineData(MessageKind.Recalled)]
    public void What_was_changed_is_gone_from_all_files(MessageKind kind)
    {
        _history.Append([TestMessages.Message(1, "xylophone"), .. TestMessages.Messages(2, 100)]);
        UpdateIndex();
        Assert.NotEmpty(FilesThatHold("xylophone"));
        Assert.Contains("search.db", string.Concat(FilesThatHold("xyl"))); // it has groups of three letters

        _history.Append([TestMessages.Message(101, "", kind) with { Target = 1 }]);
        Assert.Empty(FilesThatHold("xylophone"));
        UpdateIndex();

        Assert.Empty(FilesThatHold("xyl"));
        Assert.Empty(Find("xylophone").Messages);
    }

    private string[] FilesThatHold(string text) =>
    [
        .. Directory.GetFiles(_folder.Path).Where(file =>
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var bytes = new MemoryStream();
            stream.CopyTo(bytes);
            return System.Text.Encoding.Latin1.GetString(bytes.ToArray())
                .Contains(text, StringComparison.OrdinalIgnoreCase);
        }),
    ];

    [Fact]
    public void What_is_indexed_during_a_search_is_not_found_twice()
    {
        _history.Append([TestMessages.Message(1, "one needle")]);
        UpdateIndex();
        var files = new SqliteSearchFiles(History);
        var words = NGrams.MatchExpression(new SearchQuery("needle", null, null, null, long.MaxValue, 10))!;
        using var reader = SqliteIndexReader.TryOpen(files, words)!;

        _history.Append([TestMessages.Message(2, "another needle")]);
        UpdateIndex();

        Assert.Equal([1], reader.Before(long.MaxValue));
    }

    [Fact]
    public void With_the_index_the_oldest_message_is_found_at_once()
    {
        AppendMany();
        UpdateIndex();

        Assert.Equal([1], Find("needle").Messages.Select(message => message.Id));
        Assert.Equal([1], Find("上海").Messages.Select(message => message.Id));
    }

    [Fact]
    public void Without_the_index_a_search_stops_at_the_scan_limit_and_continues()
    {
        AppendMany();

        var first = Find("needle");
        var second = Find("needle", first.Next!.Value);

        Assert.Empty(first.Messages);
        Assert.True(first.ScanLimitReached);
        Assert.Equal([1], second.Messages.Select(message => message.Id));
        Assert.Null(second.Next);
    }

    [Fact]
    public void Messages_newer_than_the_index_are_found()
    {
        _history.Append([TestMessages.Message(1, "old needle")]);
        UpdateIndex();

        _history.Append([TestMessages.Message(2, "new needle")]);

        Assert.Equal([2, 1], Find("needle").Messages.Select(message => message.Id));
    }

    [Fact]
    public void A_damaged_index_is_rebuilt()
    {
        AppendMany();
        UpdateIndex();
        using (var file = File.OpenWrite(Index)) file.Write(new byte[4096]);

        Assert.True(Find("needle").ScanLimitReached);
        UpdateIndex();

        Assert.Equal([1], Find("needle").Messages.Select(message => message.Id));
    }

    [Fact]
    public void An_index_damaged_in_the_middle_is_rebuilt()
    {
        AppendMany();
        UpdateIndex();
        Sqlite.Run(Index, "pragma wal_checkpoint(truncate)");
        using (var file = File.OpenWrite(Index))
        {
            file.Position = 8192;
            file.Write(Enumerable.Repeat((byte)0xA5, (int)(file.Length - 8192)).ToArray());
        }

        Assert.Equal(10, Find("hello").Messages.Count);
        Assert.True(Find("needle").ScanLimitReached);
        UpdateIndex();

        Assert.Equal([1], Find("needle").Messages.Select(message => message.Id));
    }

    [Fact]
    public void An_index_of_another_version_is_rebuilt()
    {
        AppendMany();
        UpdateIndex();
        Sqlite.Run(Index, "pragma user_version = 99");
        OpenAgain();

        Assert.True(Find("needle").ScanLimitReached);
        UpdateIndex();

        Assert.Equal([1], Find("needle").Messages.Select(message => message.Id));
    }

    [Fact]
    public void An_index_of_another_history_is_rebuilt()
    {
        _history.Append(TestMessages.Messages(1, 50));
        UpdateIndex();
        Sqlite.Run(History, "delete from message");
        _history.Append([TestMessages.Message(1, "needle")]);

        UpdateIndex();

        Assert.Equal(1, Number(Index, "select upto from state"));
        Assert.Equal([1], Find("needle").Messages.Select(message => message.Id));
    }

    [Fact]
    public void Messages_inserted_before_the_last_indexed_one_are_indexed_after_reopening()
    {
        _history.Append([TestMessages.Message(10, "needle")]);
        UpdateIndex();

        _history.Append([TestMessages.Message(3, "needle")]);
        UpdateIndex();

        Assert.Equal([10, 3], Find("needle").Messages.Select(message => message.Id));
    }

    [Fact]
    public void Pruned_messages_are_not_found()
    {
        _history.Append([TestMessages.Message(1, "a needle"), TestMessages.Message(2, "a needle")]);
        UpdateIndex();

        Sqlite.Run(History, "delete from message where id = 1");

        Assert.Equal([2], Find("needle").Messages.Select(message => message.Id));
        UpdateIndex();
        Assert.Equal([2], Find("needle").Messages.Select(message => message.Id));
    }

    [Fact]
    public void A_search_does_not_block_writes()
    {
        _history.Append(TestMessages.Messages(1, 10));
        using var connection = SqliteSearchFiles.Open(History, SqliteOpenMode.ReadOnly);
        using var select = connection.CreateCommand();
        select.CommandText = "select id from message";
        using var rows = select.ExecuteReader();
        Assert.True(rows.Read());

        Assert.Equal(1, _history.Append([TestMessages.Message(11)]));
    }
}
