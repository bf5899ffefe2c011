using LanChat.Protocol;
using LanChat.Rooms;
using LanChat.Texts;
using Microsoft.Data.Sqlite;

namespace LanChat.Server.Storage.Sqlite;

/// <summary>A room's talk in an SQLite database, in WAL mode, every transaction synced.</summary>
internal sealed class SqliteHistory : IHistoryStore, IReadableHistory
{
    internal const string Columns = $"{OldColumns}, was, event, lost, file_site";

    private const string OldColumns =
        "id, kind, nick, ip, port, time, text, about_nick, about_ip, about_port, file_id, file_name, file_size, "
            + "file_type, file_link, ref";

    private const int PartSize = 1000;

    private readonly SqliteConnection _connection;
    private readonly SqliteInsert _insert;
    private readonly SqliteLookup _lookup;
    private string _readable = Columns;

    private SqliteHistory(SqliteConnection connection)
    {
        _connection = connection;
        _lookup = new SqliteLookup(connection.DataSource);
        _insert = new SqliteInsert(connection);
    }

    /// <summary>Opens a database, or makes one.</summary>
    /// <param name="file">The database's file.</param>
    /// <param name="keepsCopy">
    /// Whether one of an earlier version is kept beside it as it was.
    /// </param>
    /// <exception cref="HistoryException">It can't be opened, or is no history.</exception>
    public static SqliteHistory Open(string file, bool keepsCopy = true) =>
        Open(file, SqliteOpenMode.ReadWriteCreate, connection =>
    {
        RefuseReadOnly(connection);
        connection.Run("pragma auto_vacuum = incremental"); // of a new file; others stay as they are
        connection.Run("pragma journal_mode = wal");
        connection.Run("pragma synchronous = full");
        SqliteSchema.Migrate(connection, keepsCopy);
    });

    /// <summary>Opens a damaged database: what is in its rows is left as it is.</summary>
    /// <exception cref="HistoryException">It can't be opened, or is no history.</exception>
    public static SqliteHistory OpenDamaged(string file)
    {
        var history = Open(file, SqliteOpenMode.ReadWrite, SqliteSchema.MigrateTables);
        if (SqliteSchema.HoldsSentences(history._connection))
            history._readable = $"{OldColumns}, null, null, null, null";
        return history;
    }

    /// <summary>Opens a database to look at it, while a server has it or not.</summary>
    /// <exception cref="HistoryException">
    /// It can't be opened, or is no history of this version.
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

    public RegistrySnapshot Registry(int messages) =>
        Try(cause => cause, () => SqliteRegistry.Read(_connection, messages));

    public int Forget(Bounds bounds, int most) =>
        InTransaction(() => SqliteForgetting.Forget(_connection, bounds, most));

    public IReadOnlyList<ChatMessage> After(long id, int most) => Try(cause => cause, () =>
    {
        using var select = Select(
            "(select * from message where id > $id order by id desc limit $most) order by id", id, most);
        return Read(select);
    });

    public RestoredState Restore(int count, int said = 0) => Try(cause => cause, () =>
    {
        using var select = Select(
            $"(select * from message where id > $id and {MessageRow.IsTalk} order by id desc limit $most) order by id",
            long.MinValue, said);
        var last = _connection.Number("select coalesce(max(id), 0) from message");
        return new RestoredState(After(long.MinValue, count), last) { MemberMessages = Read(select), Log = ReadLog() };
    });

    public IHistoryReader OpenReader() => _lookup.OpenReader();

    public IHistoryIndex? OpenIndex() => _lookup.OpenIndex();

    /// <summary>Everything, oldest first, in parts.</summary>
    /// <exception cref="HistoryException">It can't be read.</exception>
    public IEnumerable<IReadOnlyList<ChatMessage>> All()
    {
        for (var last = long.MinValue; Next(last) is [.., var newest] part; last = newest.Id) yield return part;
    }

    /// <summary>Whether every page of the file is what it should be.</summary>
    public bool IsSound() => Try(cause => cause, () =>
    {
        using var check = _connection.CreateCommand();
        check.CommandText = "pragma quick_check(1)";
        return check.ExecuteScalar() is "ok";
    });

    /// <summary>
    /// Messages in parts, from one end, as far as a damaged file can be read, whatever its version.
    /// </summary>
    public IEnumerable<IReadOnlyList<ChatMessage>> Readable(bool isFromEnd)
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

    private SqliteCommand Select(string from, long id, int most, string columns = Columns)
    {
        var select = _connection.CreateCommand();
        select.CommandText = $"select {columns} from {from}";
        select.Parameters.AddWithValue("$id", id);
        select.Parameters.AddWithValue("$most", most);
        return select;
    }

    private int InTransaction(Func<int> work) => Try(cause => cause, () =>
    {
        RollBack(); // of one that could not be
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
    /// What can't be written SQLite opens to be read, and will never write by that connection.
    /// </summary>
    private static void RefuseReadOnly(SqliteConnection connection)
    {
        if (SQLitePCL.raw.sqlite3_db_readonly(connection.Handle, "main") != 0)
            throw new SqliteException(ServerTexts.ItIsReadOnly, SqliteError.ReadOnly);
    }

    /// <summary>
    /// What fails for want of space SQLite has rolled back itself, which the library's own
    /// transactions do not expect.
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
            // What is told is what went wrong first. The next transaction tries again.
        }
    }

    /// <summary>As many rows as can be read; a row that can't be ends it.</summary>
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
            // Here is where it is damaged.
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
            var mayPass = SqliteError.MayPass(cause.SqliteErrorCode);
            throw new HistoryException(sentence(cause.Message), cause) { MayPass = mayPass };
        }
    }
}
