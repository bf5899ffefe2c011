using System.Globalization;
using LanChat.Protocol;
using LanChat.Rooms;
using LanChat.Texts;
using Npgsql;

namespace LanChat.Server.Storage.Postgres;

/// <summary>
/// A room's history in a PostgreSQL database. Inserts a group of messages with one statement,
/// committed synchronously.
/// </summary>
internal sealed class PostgresHistory : IHistoryStore, IReadableHistory
{
    private const string Message =
        "id, kind, nick, ip, port, time, text, about_nick, about_ip, about_port, file_id, file_name, file_size, "
            + "file_type, file_link";
    private const string Added = "was, event, lost, file_site";
    private const string Changes = "target, edited, gone, account, re";

    /// <summary>The columns of version 3.</summary>
    public const string ColumnsBeforeChanges = $"{Message}, ref, {Added}";

    public const string Columns = $"{ColumnsBeforeChanges}, {Changes}";

    // A duplicate ref stays with the first message.
    private const string Insert = $"""
        insert into message ({Columns})
        select {Message}, case when exists (select from message where message.ref = new.ref) then null else ref end, {Added}, {Changes}
        from unnest($1::bigint[], $2::int[], $3::text[], $4::text[], $5::int[], $6::bigint[], $7::text[], $8::text[], $9::text[], $10::int[],
            $11::bigint[], $12::text[], $13::bigint[], $14::text[], $15::text[], $16::text[],
            $17::text[], $18::text[], $19::bigint[], $20::text[], $21::bigint[], $22::bigint[], $23::int[], $24::text[],
            $25::bigint[]) as new ({Columns})
        on conflict do nothing
        """;

    private const int PartSize = 1000;

    private const int MaxPerStatement = 5000;

    private readonly PostgresLocation _location;
    private readonly PostgresConnection _connection;
    private long? _lastAttempted;

    private PostgresHistory(PostgresLocation location, bool isToWrite) =>
        (_location, _connection) =
        (location, new PostgresConnection(location, isToWrite ? PrepareToWrite : PrepareToRead));

    /// <summary>
    /// Opens a room's history and acquires the room's lock; creates it if necessary.
    /// </summary>
    /// <exception cref="HistoryException">
    /// The history cannot be opened, or another server has the lock.
    /// </exception>
    public static PostgresHistory Open(PostgresLocation location) => Open(location, isToWrite: true);

    /// <summary>Opens a room's history read-only, without the lock.</summary>
    /// <exception cref="HistoryException">
    /// The history cannot be opened, or has another version.
    /// </exception>
    public static PostgresHistory OpenToRead(PostgresLocation location) => Open(location, isToWrite: false);

    private static PostgresHistory Open(PostgresLocation location, bool isToWrite)
    {
        var history = new PostgresHistory(location, isToWrite);
        history._lastAttempted = history._connection.Run(LastId);
        return history;
    }

    public int Append(IReadOnlyList<ChatMessage> messages) => _connection.Run(connection =>
    {
        if (messages.Count == 0) return 0;
        _lastAttempted = Math.Max(_lastAttempted ?? 0, messages.Max(message => message.Id));
        var changes = messages.Where(message => message.IsChange).ToArray();
        if (messages.Count <= MaxPerStatement && changes.Length == 0) return Add(connection, messages);
        using var transaction = connection.BeginTransaction();
        var count = messages.Chunk(MaxPerStatement).Sum(part => Add(connection, part));
        foreach (var change in changes) PostgresChange.Apply(connection, change);
        transaction.Commit();
        return count;
    });

    public void Apply(IReadOnlyList<RegistryChange> changes) =>
        _connection.Run(connection => PostgresRegistry.Write(connection, changes));

    public RegistrySnapshot ReadRegistry(int messages) =>
        _connection.Run(connection => PostgresRegistry.Read(connection, messages));

    public int Prune(RetentionPolicy policy, int limit) =>
        _connection.Run(connection => PostgresPruning.Prune(connection, policy, limit));

    public IReadOnlyList<ChatMessage> ReadAfter(long id, int limit)
    {
        var messages = Newest($"not ({MessageRow.IsChange})", id, limit);
        var first = messages is [var oldest, ..] ? oldest.Id : long.MaxValue;
        var which = string.Create(
            CultureInfo.InvariantCulture, $"{MessageRow.IsChange} and (target <= {id} or id >= {first})");
        var changes = Newest(which, id, MessageRow.MaxChanges);
        return changes.Count == 0 ? messages : [.. messages.Concat(changes).OrderBy(message => message.Id)];
    }

    public RestoredState Restore(int count, int memberMessages = 0) => new(
        ReadAfter(long.MinValue, count), _connection.Run(LastId))
    {
        MemberMessages = Read(
            $"(select * from message where {MessageRow.IsMemberMessage} order by id desc limit $1) "
                + "as newest order by id",
            memberMessages),
        Log = _connection.Run(connection => connection.Value<string>("select id from log")),
        RecalledFiles = _connection.Run(connection => connection.Read(
            $"select file_link from message where {MessageRow.HasRecalledFile}", row => row.GetString(0))),
    };

    public IHistoryReader OpenReader() => new PostgresReader(new PostgresConnection(_location, PrepareToRead));

    public IHistoryIndex? OpenIndex() => new PostgresIndex(new PostgresConnection(_location, _ => { }));

    public IEnumerable<IReadOnlyList<ChatMessage>> ReadAll()
    {
        for (var last = long.MinValue; Read(
            "message where id > $1 order by id limit $2", last, PartSize) is [.., var newest] part; last = newest.Id)
            yield return part;
    }

    /// <summary>PostgreSQL checks its own files.</summary>
    public bool IsIntact() => true;

    public void Dispose() => _connection.Dispose();

    private static int Add(NpgsqlConnection connection, IReadOnlyList<ChatMessage> messages)
    {
        using var insert = new NpgsqlCommand(Insert, connection);
        foreach (var column in PostgresRow.Columns(messages)) insert.Parameters.Add(column);
        return insert.ExecuteNonQuery();
    }

    private List<ChatMessage> Newest(string which, long after, int limit) => Read(
        $"(select * from message where id > $1 and {which} order by id desc limit $2) as newest order by id",
        after,
        limit);

    private List<ChatMessage> Read(string from, params object[] values) =>
        _connection.Run(connection => connection.Read($"select {Columns} from {from}", MessageRow.Message, values));

    private static long LastId(NpgsqlConnection connection) =>
        connection.Value<long>("select coalesce(max(id), 0) from message");

    /// <summary>
    /// Overrides a default of asynchronous commits; leaves stricter ones, such as waiting for
    /// replicas.
    /// </summary>
    internal static void CommitSynchronously(NpgsqlConnection connection) =>
        connection.Run(
            "select set_config('synchronous_commit', 'on', false) where current_setting('synchronous_commit') = 'off'");

    private void PrepareToWrite(NpgsqlConnection connection)
    {
        CommitSynchronously(connection);
        Lock(connection);
        PostgresSchema.Migrate(connection, _location);
        // While the connection was lost, another server may have written the same message ids.
        if (_lastAttempted is { } last && LastId(connection) > last)
            throw new HistoryException(ServerTexts.DataTaken($"{_location}"));
    }

    private void PrepareToRead(NpgsqlConnection connection)
    {
        connection.Run("set default_transaction_read_only = on");
        PostgresSchema.Check(connection, _location);
    }

    /// <summary>
    /// Held as long as the connection. PostgreSQL releases a killed server's lock with a delay.
    /// </summary>
    private void Lock(NpgsqlConnection connection)
    {
        try
        {
            connection.Run("set lock_timeout = '2s'");
            connection.Run("select pg_advisory_lock($1)", _location.Lock);
            connection.Run("reset lock_timeout");
        }
        catch (PostgresException taken) when (taken.SqlState == PostgresErrorCodes.LockNotAvailable)
        {
            throw new HistoryException(ServerTexts.DataTaken($"{_location}"), taken) { IsTransient = true };
        }
    }
}
