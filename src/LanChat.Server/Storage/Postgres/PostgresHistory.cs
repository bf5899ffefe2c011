using LanChat.Protocol;
using LanChat.Rooms;
using LanChat.Texts;
using Npgsql;

namespace LanChat.Server.Storage.Postgres;

/// <summary>
/// A room's talk in a PostgreSQL database; a group of messages is one statement, committed
/// synchronously.
/// </summary>
internal sealed class PostgresHistory : IHistoryStore, IReadableHistory
{
    private const string Message =
        "id, kind, nick, ip, port, time, text, about_nick, about_ip, about_port, file_id, file_name, file_size, "
            + "file_type, file_link";
    private const string Added = "was, event, lost, file_site";
    public const string Columns = $"{Message}, ref, {Added}";

    // A ref belongs to one message, the first.
    private const string Insert = $"""
        insert into message ({Columns})
        select {Message}, case when exists (select from message where message.ref = new.ref) then null else ref end, {Added}
        from unnest($1::bigint[], $2::int[], $3::text[], $4::text[], $5::int[], $6::bigint[], $7::text[], $8::text[], $9::text[], $10::int[],
            $11::bigint[], $12::text[], $13::bigint[], $14::text[], $15::text[], $16::text[],
            $17::text[], $18::text[], $19::bigint[], $20::text[]) as new ({Columns})
        on conflict do nothing
        """;

    private const int PartSize = 1000;

    private const int MostAtOnce = 5000;

    private readonly PostgresPlace _place;
    private readonly PostgresLink _link;
    private long? _lastTried;

    private PostgresHistory(PostgresPlace place, bool isToWrite) =>
        (_place, _link) = (place, new PostgresLink(place, isToWrite ? PrepareToWrite : PrepareToRead));

    /// <summary>Opens a room's history, or makes it, and holds the room's lock.</summary>
    /// <exception cref="HistoryException">It can't be opened, or another server has it.</exception>
    public static PostgresHistory Open(PostgresPlace place) => Open(place, isToWrite: true);

    /// <summary>Opens a room's history to look at it, while a server has it or not.</summary>
    /// <exception cref="HistoryException">
    /// It can't be opened, or is no history of this version.
    /// </exception>
    public static PostgresHistory OpenToRead(PostgresPlace place) => Open(place, isToWrite: false);

    private static PostgresHistory Open(PostgresPlace place, bool isToWrite)
    {
        var history = new PostgresHistory(place, isToWrite);
        history._lastTried = history._link.Run(LastId);
        return history;
    }

    public int Append(IReadOnlyList<ChatMessage> messages) => _link.Run(connection =>
    {
        if (messages.Count == 0) return 0;
        _lastTried = Math.Max(_lastTried ?? 0, messages.Max(message => message.Id));
        if (messages.Count <= MostAtOnce) return Add(connection, messages);
        using var transaction = connection.BeginTransaction();
        var count = messages.Chunk(MostAtOnce).Sum(part => Add(connection, part));
        transaction.Commit();
        return count;
    });

    public void Apply(IReadOnlyList<RegistryChange> changes) =>
        _link.Run(connection => PostgresRegistry.Write(connection, changes));

    public RegistrySnapshot Registry(int messages) =>
        _link.Run(connection => PostgresRegistry.Read(connection, messages));

    public int Forget(Bounds bounds, int most) =>
        _link.Run(connection => PostgresForgetting.Forget(connection, bounds, most));

    public IReadOnlyList<ChatMessage> After(long id, int most) =>
        Read("(select * from message where id > $1 order by id desc limit $2) as newest order by id", id, most);

    public RestoredState Restore(int count, int said = 0) => new(After(long.MinValue, count), _link.Run(LastId))
    {
        MemberMessages = Read(
            $"(select * from message where {MessageRow.IsTalk} order by id desc limit $1) as newest order by id", said),
        Log = _link.Run(connection => connection.Value<string>("select id from log")),
    };

    public IHistoryReader OpenReader() => new PostgresReader(new PostgresLink(_place, PrepareToRead));

    public IHistoryIndex? OpenIndex() => new PostgresIndex(new PostgresLink(_place, _ => { }));

    public IEnumerable<IReadOnlyList<ChatMessage>> All()
    {
        for (var last = long.MinValue; Read(
            "message where id > $1 order by id limit $2", last, PartSize) is [.., var newest] part; last = newest.Id)
            yield return part;
    }

    /// <summary>What can be read is whole: PostgreSQL looks after its own files.</summary>
    public bool IsSound() => true;

    public void Dispose() => _link.Dispose();

    private static int Add(NpgsqlConnection connection, IReadOnlyList<ChatMessage> messages)
    {
        using var insert = new NpgsqlCommand(Insert, connection);
        foreach (var column in PostgresRow.Columns(messages)) insert.Parameters.Add(column);
        return insert.ExecuteNonQuery();
    }

    private List<ChatMessage> Read(string from, params object[] values) =>
        _link.Run(connection => connection.Read($"select {Columns} from {from}", MessageRow.Message, values));

    private static long LastId(NpgsqlConnection connection) =>
        connection.Value<long>("select coalesce(max(id), 0) from message");

    /// <summary>
    /// Where the database is usually content with less; where it waits for replicas as well, it
    /// does.
    /// </summary>
    internal static void CommitSynchronously(NpgsqlConnection connection) =>
        connection.Run(
            "select set_config('synchronous_commit', 'on', false) where current_setting('synchronous_commit') = 'off'");

    private void PrepareToWrite(NpgsqlConnection connection)
    {
        CommitSynchronously(connection);
        Lock(connection);
        PostgresSchema.Migrate(connection, _place);
        // While the connection was lost, another server may have had the room, with numbers that
        // are ours, too.
        if (_lastTried is { } last && LastId(connection) > last)
            throw new HistoryException(ServerTexts.DataTaken($"{_place}"));
    }

    private void PrepareToRead(NpgsqlConnection connection)
    {
        connection.Run("set default_transaction_read_only = on");
        PostgresSchema.Check(connection, _place);
    }

    /// <summary>
    /// Held as long as the connection is; that of a server that was killed lasts a moment longer
    /// than the server.
    /// </summary>
    private void Lock(NpgsqlConnection connection)
    {
        try
        {
            connection.Run("set lock_timeout = '2s'");
            connection.Run("select pg_advisory_lock($1)", _place.Lock);
            connection.Run("reset lock_timeout");
        }
        catch (PostgresException taken) when (taken.SqlState == PostgresErrorCodes.LockNotAvailable)
        {
            throw new HistoryException(ServerTexts.DataTaken($"{_place}"), taken) { MayPass = true };
        }
    }
}
