using LanChat.Server.History;
using LanChat.Server.Storage;
using LanChat.Server.Storage.Sqlite;

namespace LanChat.Server.Tests.History;

public sealed class LateHistorySpecs : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly LateHistory _history;
    private bool _isReadOnly = true;

    public LateHistorySpecs()
    {
        using (var before = Open()) before.Append(Said.Messages(1, 3));
        _history = new LateHistory(
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
    public void What_was_kept_is_read_at_once_and_what_comes_is_kept_when_it_can_be()
    {
        using var reader = _history.OpenReader();
        var log = _history.Restore(0).Log;
        Assert.Equal(3, _history.Restore(10).LastId);
        Assert.Equal([2, 3], reader.Above(1, 10).Select(message => message.Id));
        Assert.Throws<HistoryException>(() => _history.Append(Said.Messages(4, 4)));
        Assert.Throws<HistoryException>(_history.OpenIndex);

        _isReadOnly = false;
        _history.Append(Said.Messages(4, 5));

        Assert.Equal(log, _history.Restore(0).Log);
        Assert.Equal([2, 3, 4, 5], reader.Above(1, 10).Select(message => message.Id));
        Assert.Equal([4, 5], _history.After(3, 10).Select(message => message.Id));
        using var index = _history.OpenIndex();
        Assert.Equal(5, index!.Advance(10));
    }

    [Fact]
    public void One_of_an_earlier_version_keeps_the_identity_its_copy_has_got()
    {
        Fixtures.Take("history/schema2.db", _folder.File("old.db"));
        using var history = new LateHistory(
            _folder.File("old.db"),
            HistoryCopy.Of(_folder.File("old.db")),
            () => SqliteHistory.Open(_folder.File("old.db")));
        var log = history.Restore(0).Log;

        history.Append([Said.Message(OldEvening.Messages + 1)]);

        Assert.Equal(log, history.Restore(0).Log);
    }

    [Fact]
    public void What_another_server_has_gone_on_with_is_left_alone()
    {
        using (var other = Open()) other.Append(Said.Messages(4, 4));
        _isReadOnly = false;

        Assert.Contains("restart the server", Assert.Throws<HistoryException>(
            () => _history.Append(Said.Messages(4, 5))).Message, StringComparison.Ordinal);
    }
}
