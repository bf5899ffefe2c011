using LanChat.Server.Storage;
using LanChat.Server.Storage.Sqlite;

namespace LanChat.Server.Tests.History;

public sealed class RestingStoreSpecs : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly RestingStore _store;
    private int _opened;

    public RestingStoreSpecs() => _store = new RestingStore(Open(), Open, new OpenStores(1, TimeProvider.System));

    public void Dispose()
    {
        _store.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void A_store_at_rest_holds_no_file_and_is_opened_again_by_its_next_use()
    {
        _store.Append(TestMessages.Messages(1, 3));

        _store.Rest();
        Assert.False(File.Exists(_folder.File("history.db-wal"))); // SQLite removes it with the last connection
        _store.Append(TestMessages.Messages(4, 5));

        Assert.Equal([1, 2, 3, 4, 5], _store.ReadAfter(0, 10).Select(message => message.Id));
        Assert.Equal(2, _opened);
    }

    [Fact]
    public void The_history_of_a_store_at_rest_can_be_read_and_searched()
    {
        _store.Append(TestMessages.Messages(1, 3));
        _store.Rest();

        using (var reader = _store.OpenReader())
            Assert.Equal([1, 2, 3], reader.ReadAfter(0, 10).Select(message => message.Id));
        using (var index = _store.OpenIndex()) Assert.Equal(3, index!.Advance(100));
        Assert.Equal(1, _opened);
    }

    private SqliteHistory Open()
    {
        _opened++;
        return SqliteHistory.Open(_folder.File("history.db"));
    }
}
