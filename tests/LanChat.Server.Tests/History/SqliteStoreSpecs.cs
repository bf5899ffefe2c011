using LanChat.Server.Storage;
using LanChat.Server.Storage.Sqlite;

namespace LanChat.Server.Tests.History;

/// <summary>The contract of every store, on SQLite.</summary>
public sealed class SqliteStoreSpecs : HistoryStoreSpecs
{
    private readonly TemporaryFolder _folder = new();

    private protected override IHistoryStore Open() => SqliteHistory.Open(_folder.File("history.db"));

    protected override void CleanUp() => _folder.Dispose();
}
