using LanChat.Rooms;
using LanChat.Texts;

namespace LanChat.Server.Storage;

/// <summary>
/// Persists what a server keeps beside histories: its rooms with their settings, roles, invitations
/// and requests to enter, the devices of accounts, and their private messages. Times are
/// milliseconds since 1970, UTC. Thread-safe: at shutdown it is disposed while its writer may still
/// write; and private messages are read beside it, by a connection of their own, since a search may
/// take long.
/// </summary>
internal sealed class ServerStore : IDisposable
{
    private static readonly string[] Steps =
    [
        RoomTables.Create,
        AccountTable.Create,
        PrivateTable.Create,
        ReadTable.Create,
        ReadTable.CreateUnkept,
    ];

    private readonly Lock _lock = new();
    private readonly Lock _readLock = new();
    private readonly ISqlDatabase _database;
    private readonly Func<ISqlDatabase> _open;
    private ISqlDatabase? _reader;

    private ServerStore(ISqlDatabase database, Func<ISqlDatabase> open) => (_database, _open) = (database, open);

    /// <summary>Opens the store; creates its tables if necessary.</summary>
    /// <param name="open">Opens a connection to its database.</param>
    /// <exception cref="HistoryException">
    /// The database cannot be written, or has a later version.
    /// </exception>
    public static ServerStore Open(Func<ISqlDatabase> open)
    {
        var database = open();
        try
        {
            return Prepare(database, open);
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    private static ServerStore Prepare(ISqlDatabase database, Func<ISqlDatabase> open)
    {
        database.Write(transaction => transaction.Run("create table if not exists version (number bigint not null)"));
        var version = database.Read("select number from version", row => row.GetInt64(0)) is [var known] ? known : 0;
        if (version > Steps.Length)
            throw new HistoryException(ServerTexts.HistoryTooNew($"{database}", (int)version, Steps.Length));
        if (version < Steps.Length) database.Write(transaction => Migrate(transaction, (int)version));
        return new ServerStore(database, open);
    }

    private static void Migrate(ISqlTransaction transaction, int version)
    {
        foreach (var step in Steps[version..]) transaction.Run(step);
        transaction.Run("delete from version");
        transaction.Run("insert into version values ($1)", (long)Steps.Length);
    }

    /// <inheritdoc cref="RoomTables.Read"/>
    public IReadOnlyList<RoomRecord> ReadRooms() => RoomTables.Read(_database);

    /// <summary>The devices of accounts that have several.</summary>
    public IReadOnlyList<LinkedDevice> ReadDevices() => AccountTable.Read(_database);

    /// <summary>What a server has to know of the private messages when it starts.</summary>
    public PrivateLogState ReadPrivateLog(int refs) => PrivateTable.ReadState(_database, refs);

    /// <summary>How far accounts have read.</summary>
    public ReadPositions ReadPositions() => ReadTable.Read(_database);

    /// <inheritdoc cref="PrivateTable.Read"/>
    public IReadOnlyList<StoredPrivateMessage> ReadPrivate(PrivateQuery query)
    {
        lock (_readLock) return PrivateTable.Read(_reader ??= _open(), query);
    }

    /// <summary>
    /// Persists changes in order and in one transaction, which is on the disk on return.
    /// </summary>
    /// <exception cref="HistoryException">The changes cannot be written now.</exception>
    public void Apply(IReadOnlyList<ServerChange> changes)
    {
        lock (_lock)
        {
            _database.Write(transaction =>
            {
                foreach (var change in changes) Apply(transaction, change);
            });
        }
    }

    public void Dispose()
    {
        lock (_readLock) _reader?.Dispose();
        lock (_lock) _database.Dispose();
    }

    private static void Apply(ISqlTransaction transaction, ServerChange change)
    {
        switch (change)
        {
            case ServerChange.RoomOpened opened: RoomTables.Insert(transaction, opened.Record); break;
            case ServerChange.RoomChanged changed: RoomTables.Apply(transaction, changed.Room, changed.Change); break;
            case ServerChange.PrivateSent sent: PrivateTable.Insert(transaction, sent.Message); break;
            case ServerChange.PositionMoved moved: ReadTable.Move(transaction, moved.To); break;
            case ServerChange.SharingChanged(var account, var shares):
                ReadTable.SetShares(transaction, account, shares);
                break;
            case ServerChange.KeepingChanged(var account, var keeps):
                ReadTable.SetKeeps(transaction, account, keeps);
                break;
            case ServerChange.PrivatePruned pruned: PrivateTable.Prune(transaction, pruned.Before); break;
            case ServerChange.AccountMerged merged:
                PrivateTable.Merge(transaction, merged);
                ReadTable.Forget(transaction, merged.From);
                break;
            case ServerChange.AccountChanged changed: AccountTable.Apply(transaction, changed.Change); break;
            case ServerChange.RoomRemoved removed: RoomTables.Remove(transaction, removed.Room); break;
            default: throw new ArgumentOutOfRangeException(nameof(change), change, message: null);
        }
    }
}
