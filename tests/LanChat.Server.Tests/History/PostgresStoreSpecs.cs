using LanChat.Server.Storage;
using LanChat.Server.Storage.Postgres;

namespace LanChat.Server.Tests.History;

/// <summary>The contract of every store, on PostgreSQL.</summary>
[OnPostgres]
public sealed class PostgresStoreSpecs : HistoryStoreSpecs
{
    private readonly PostgresRoom _room = new();

    private protected override IHistoryStore Open() => PostgresHistory.Open(_room.Place);

    protected override void CleanUp() => _room.Dispose();
}
