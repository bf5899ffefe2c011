using LanChat.Server.History;
using LanChat.Server.Storage;
using LanChat.Server.Storage.Sqlite;

namespace LanChat.Server.Tests.History;

public sealed class ReadOnlyFallbackStoreSpecs : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ReadOnlyFallbackStore _history;
    private bool _isReadOnly = true;

    public ReadOnlyFallbackStoreSpecs()
    {
        using (var before = Open()) before.Append(TestMessages.Messages(1, 3));
        _history = new ReadOnlyFallbackStore(
            File, HistoryCopy.Of(File), () => _isReadOnly ? throw new HistoryException("read-only") : Open());
    }

    private string File => _folder.File("history.db");

    public void Dispose()
    {
        _history.Dispose();
        _folder.Dispose();
    }

    private SqliteHistory Open() => SqliteHistory.Open(File);

    [Fact]
    public void The_copy_is_read_at_once_and_new_messages_are_written_later()
    {
        using var reader = _history.OpenReader();
        var log = _history.Restore(0).Log;
        Assert.Equal(3, _history.Restore(10).LastId);
        Assert.Equal([2, 3], reader.ReadAfter(1, 10).Select(message => message.Id));
        Assert.Throws<HistoryException>(() => _history.Append(TestMessages.Messages(4, 4)));
        Assert.Throws<HistoryException>(_history.OpenIndex);

        _isReadOnly = false;
        _history.Append(TestMessages.Messages(4, 5));

        Assert.Equal(log, _history.Restore(0).Log);
        Assert.Equal([2, 3, 4, 5], reader.ReadAfter(1, 10).Select(message => message.Id));
        Assert.Equal([4, 5], _history.ReadAfter(3, 10).Select(message => message.Id));
        using var index = _history.OpenIndex();
        Assert.Equal(5, index!.Advance(10));
    }

    [Fact]
    public void A_history_of_an_earlier_version_gets_the_log_id_of_its_copy()
    {
        Fixtures.Copy("history/schema2.db", _folder.File("old.db"));
        using var history = new ReadOnlyFallbackStore(
            _folder.File("old.db"),
            HistoryCopy.Of(_folder.File("old.db")),
            () => SqliteHistory.Open(_folder.File("old.db")));
        var log = history.Restore(0).Log;

        history.Append([TestMessages.Message(Version1Recording.Messages + 1)]);

        Assert.Equal(log, history.Restore(0).Log);
    }

    [Fact]
    public void A_history_changed_by_another_server_is_not_written()
    {
        using (var other = Open()) other.Append(TestMessages.Messages(4, 4));
        _isReadOnly = false;

        Assert.Contains("restart the server", Assert.Throws<HistoryException>(
            () => _history.Append(TestMessages.Messages(4, 5))).Message, StringComparison.Ordinal);
    }
}
