using LanChat.Protocol;
using LanChat.Rooms;
using LanChat.Texts;
using Microsoft.Data.Sqlite;

namespace LanChat.Server.Storage.Sqlite;

/// <summary>A history in an SQLite database in WAL mode, every transaction synced.</summary>
internal sealed class SqliteHistory : IHistoryStore, IReadableHistory
{
    internal const string Columns = $"{OldColumns}, was, event, lost, file_site";

    private const string OldColumns =
        "id, kind, nick, ip, port, time, text, about_nick, about_ip, about_port, file_id, file_name, file_size, "
            + "file_type, file_link, ref";

    private const int PartSize = 1000;

    private readonly SqliteConnection _connection;
    private readonly SqliteInsert _insert;
    private readonly SqliteSearchFiles _searchFiles;
    private string _readable = Columns;

    private SqliteHistory(SqliteConnection connection)
    {
        _connection = connection;
        _searchFiles = new SqliteSearchFiles(connection.DataSource);
        _insert = new SqliteInsert(connection);
    }

    /// <summary>Opens a database; creates it if necessary.</summary>
    /// <param name="file">The database file.</param>
    /// <param name="keepsCopy">Whether to keep a copy of an older file before migrating.</param>
    /// <exception cref="HistoryException">The file is unreadable, or is not a history.</exception>
    public static SqliteHistory Open(string file, bool keepsCopy = true) =>
        Open(file, SqliteOpenMode.ReadWriteCreate, connection =>
    {
        RefuseReadOnly(connection);
        connection.Run("pragma auto_vacuum = incremental"); // applies to new files only
        connection.Run("pragma journal_mode = wal");
        connection.Run("pragma synchronous = full");
        SqliteSchema.Migrate(connection, keepsCopy);
    });

    /// <summary>Opens a damaged database without migrating its rows.</summary>
    /// <exception cref="HistoryException">The file is unreadable, or is not a history.</exception>
    public static SqliteHistory OpenDamaged(string file)
    {
        var history = Open(file, SqliteOpenMode.ReadWrite, SqliteSchema.MigrateTables);
        if (SqliteSchema.HoldsSentences(history._connection))
            history._readable = $"{OldColumns}, null, null, null, null";
        return history;
    }

    /// <summary>Opens a database read-only, even while a server has it open.</summary>
    /// <exception cref="HistoryException">
    /// The file is unreadable, or of another version.
    /// </exception>
    public static SqliteHistory OpenToRead(string file) => Open(file, SqliteOpenMode.ReadOnly, SqliteSchema.Check);

    private static SqliteHistory Open(string file, SqliteOpenMode mode, Action<SqliteConnection> prepare) =>
        Try(cause => ServerTexts.HistoryUnreadable(file, cause), () =>
    {
        NativeSqlite.Use();
        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = file, Mode = mode, Pooling = false }.ToString());
        try
        {
            connection.Open();
            prepare(connection);
            return new SqliteHistory(connection);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    });

    public int Append(IReadOnlyList<ChatMessage> messages) => InTransaction(() => messages.Sum(_insert.Add));

    public void Apply(IReadOnlyList<RegistryChange> changes) =>
        InTransaction(() => changes.Sum(change => SqliteRegistry.Write(_connection, change)));

    public RegistrySnapshot ReadRegistry(int messages) =>
        Try(cause => cause, () => SqliteRegistry.Read(_connection, messages));

    public int Prune(RetentionPolicy policy, int limit) =>
        InTransaction(() => SqlitePruning.Prune(_connection, policy, limit));

    public IReadOnlyList<ChatMessage> ReadAfter(long id, int limit) => Try(cause => cause, () =>
    {
        using var select = Select(
            "(select * from message where id > $id order by id desc limit $most) order by id", id, limit);
        return Read(select);
    });

    public RestoredState Restore(int count, int memberMessages = 0) => Try(cause => cause, () =>
    {
        const string from = $"(select * from message where id > $id and {MessageRow.IsMemberMessage} "
            + "order by id desc limit $most) order by id";
        using var select = Select(from, long.MinValue, memberMessages);
        var last = _connection.Number("select coalesce(max(id), 0) from message");
        var newest = ReadAfter(long.MinValue, count);
        return new RestoredState(newest, last) { MemberMessages = Read(select), Log = ReadLog() };
    });

    public IHistoryReader OpenReader() => _searchFiles.OpenReader();

    public IHistoryIndex? OpenIndex() => _searchFiles.OpenIndex();

    public IEnumerable<IReadOnlyList<ChatMessage>> ReadAll()
    {
        for (var last = long.MinValue; Next(last) is [.., var newest] part; last = newest.Id) yield return part;
    }

    /// <summary>Checks every page of the file.</summary>
    public bool IsIntact() => Try(cause => cause, () =>
    {
        using var check = _connection.CreateCommand();
        check.CommandText = "pragma quick_check(1)";
        return check.ExecuteScalar() is "ok";
    });

    /// <summary>The readable messages of a damaged file, from one end, in parts.</summary>
    public IEnumerable<IReadOnlyList<ChatMessage>> ReadDamaged(bool isFromEnd)
    {
        var (last, order, beyond) = isFromEnd ? (long.MaxValue, "desc", "<") : (long.MinValue, "asc", ">");
        while (true)
        {
            var part = ReadPart($"message where id {beyond} $id order by id {order} limit $most", last);
            if (part.Count == 0) yield break;
            last = part[^1].Id;
            yield return part;
        }
    }

    public void Dispose()
    {
        _insert.Dispose();
        _connection.Dispose();
    }

    private string ReadLog() => _connection.Read("select id from log", row => row.GetString(0))[0];

    private List<ChatMessage> Next(long last) => Try(cause => cause, () =>
    {
        using var select = Select("message where id > $id order by id limit $most", last, PartSize);
        return Read(select);
    });

    private SqliteCommand Select(string from, long id, int limit, string columns = Columns)
    {
        var select = _connection.CreateCommand();
        select.CommandText = $"select {columns} from {from}";
        select.Parameters.AddWithValue("$id", id);
        select.Parameters.AddWithValue("$most", limit);
        return select;
    }

    private int InTransaction(Func<int> work) => Try(cause => cause, () =>
    {
        RollBack(); // of an earlier transaction whose rollback failed
        _connection.Run("begin immediate");
        try
        {
            var count = work();
            _connection.Run("commit");
            return count;
        }
        catch (SqliteException)
        {
            RollBack();
            throw;
        }
    });

    /// <summary>
    /// SQLite opens a file it cannot write as read-only, and never writes through that connection.
    /// </summary>
    private static void RefuseReadOnly(SqliteConnection connection)
    {
        if (SQLitePCL.raw.sqlite3_db_readonly(connection.Handle, "main") != 0)
            throw new SqliteException(ServerTexts.ItIsReadOnly, SqliteError.ReadOnly);
    }

    /// <summary>
    /// SQLite itself rolls back after some errors, such as a full disk; the library's own
    /// transactions do not expect that.
    /// </summary>
    private void RollBack()
    {
        const int hasNone = 1;
        if (SQLitePCL.raw.sqlite3_get_autocommit(_connection.Handle) == hasNone) return;
        try
        {
            _connection.Run("rollback");
        }
        catch (SqliteException)
        {
            // The first error matters. The next transaction rolls back again.
        }
    }

    /// <summary>Reads rows up to the first unreadable one.</summary>
    private List<ChatMessage> ReadPart(string from, long last)
    {
        var messages = new List<ChatMessage>();
        try
        {
            using var select = Select(from, last, PartSize, _readable);
            ReadInto(messages, select, MessageRow.OldMessage);
        }
        catch (SqliteException)
        {
            // The damaged part begins here.
        }

        return messages;
    }

    private static List<ChatMessage> Read(SqliteCommand select) => ReadInto([], select, MessageRow.Message);

    private static List<ChatMessage> ReadInto(
        List<ChatMessage> messages, SqliteCommand select, Func<SqliteDataReader, ChatMessage> read)
    {
        using var rows = select.ExecuteReader();
        while (rows.Read()) messages.Add(read(rows));
        return messages;
    }

    private static T Try<T>(Func<string, string> sentence, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (SqliteException cause)
        {
            var isTransient = SqliteError.IsTransient(cause.SqliteErrorCode);
            throw new HistoryException(sentence(cause.Message), cause) { IsTransient = isTransient };
        }
    }
}
