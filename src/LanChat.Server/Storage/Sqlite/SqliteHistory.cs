using LanChat.Protocol;
using LanChat.Rooms;
using LanChat.Texts;
using Microsoft.Data.Sqlite;

namespace LanChat.Server.Storage.Sqlite;

/// <summary>A history in an SQLite database in WAL mode, every transaction synced.</summary>
internal sealed class SqliteHistory : IHistoryStore, IReadableHistory
{
    internal const string Columns = $"{ColumnsBeforeChanges}, target, edited, gone, account, re";

    /// <summary>The columns of version 4.</summary>
    internal const string ColumnsBeforeChanges = $"{OldColumns}, was, event, lost, file_site";

    private const string OldColumns =
        "id, kind, nick, ip, port, time, text, about_nick, about_ip, about_port, file_id, file_name, file_size, "
            + "file_type, file_link, ref";

    private readonly SqliteConnection _connection;
    private readonly SqliteInsert _insert;
    private readonly SqliteRows _rows;
    private readonly SqliteSearchFiles _searchFiles;

    private SqliteHistory(SqliteConnection connection)
    {
        _connection = connection;
        _searchFiles = new SqliteSearchFiles(connection.DataSource);
        _insert = new SqliteInsert(connection);
        _rows = new SqliteRows(connection);
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
        connection.Run(SqliteChange.LeaveNothing); // also where rows move from page to page
        SqliteSchema.Migrate(connection, keepsCopy);
    });

    /// <summary>Opens a damaged database without migrating its rows.</summary>
    /// <exception cref="HistoryException">The file is unreadable, or is not a history.</exception>
    public static SqliteHistory OpenDamaged(string file)
    {
        var history = Open(file, SqliteOpenMode.ReadWrite, SqliteSchema.MigrateTables);
        if (SqliteSchema.HoldsSentences(history._connection))
            history._rows.ReadableColumns = $"{OldColumns}, null, null, null, null, {MessageRow.NoChange}";
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

    public int Append(IReadOnlyList<ChatMessage> messages)
    {
        var count = InTransaction(() => messages.Sum(Add));
        // The log of the database has the text from before the change.
        if (messages.Any(message => message.IsChange)) Try(cause => cause, () => SqliteChange.CleanUp(_connection));
        return count;
    }

    public void Apply(IReadOnlyList<RegistryChange> changes) =>
        InTransaction(() => changes.Sum(change => SqliteRegistry.Write(_connection, change)));

    public RegistrySnapshot ReadRegistry(int messages) =>
        Try(cause => cause, () => SqliteRegistry.Read(_connection, messages));

    public int Prune(RetentionPolicy policy, int limit) =>
        InTransaction(() => SqlitePruning.Prune(_connection, policy, limit));

    public IReadOnlyList<ChatMessage> ReadAfter(long id, int limit) =>
        Try(cause => cause, () => _rows.ReadAfter(id, limit));

    public RestoredState Restore(int count, int memberMessages = 0) => Try(cause => cause, () =>
    {
        var last = _connection.Number("select coalesce(max(id), 0) from message");
        var newest = ReadAfter(long.MinValue, count);
        return new RestoredState(newest, last)
        {
            MemberMessages = _rows.Newest(MessageRow.IsMemberMessage, long.MinValue, memberMessages),
            Log = ReadLog(),
            RecalledFiles = _connection.Read(
                $"select file_link from message where {MessageRow.HasRecalledFile}", row => row.GetString(0)),
        };
    });

    public IHistoryReader OpenReader() => _searchFiles.OpenReader();

    public IHistoryIndex? OpenIndex() => _searchFiles.OpenIndex();

    public IEnumerable<IReadOnlyList<ChatMessage>> ReadAll()
    {
        var last = long.MinValue;
        while (Try(cause => cause, () => _rows.Next(last)) is [.., var newest] part)
        {
            last = newest.Id;
            yield return part;
        }
    }

    /// <summary>Checks every page of the file.</summary>
    public bool IsIntact() => Try(cause => cause, () =>
    {
        using var check = _connection.CreateCommand();
        check.CommandText = "pragma quick_check(1)";
        return check.ExecuteScalar() is "ok";
    });

    /// <inheritdoc cref="SqliteRows.ReadDamaged"/>
    public IEnumerable<IReadOnlyList<ChatMessage>> ReadDamaged(bool isFromEnd) => _rows.ReadDamaged(isFromEnd);

    public void Dispose()
    {
        _insert.Dispose();
        _connection.Dispose();
    }

    private int Add(ChatMessage message)
    {
        var count = _insert.Add(message);
        if (count > 0 && message.IsChange) SqliteChange.Apply(_connection, message);
        return count;
    }

    private string ReadLog() => _connection.Read("select id from log", row => row.GetString(0))[0];

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
