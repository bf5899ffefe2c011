using Microsoft.Data.Sqlite;

namespace LanChat.Server.Storage.Sqlite;

/// <summary>
/// Fills the search index: a file beside the history, through its own connection. The file is never
/// synced; it is rebuilt after a crash or if it does not match the history.
/// </summary>
internal sealed class SqliteIndex(SqliteSearchFiles files, SqliteConnection history) : IHistoryIndex
{
    private const string IsMemberMessage = MessageRow.IsMemberMessage;
    private const string Unsynced = $"pragma synchronous = off; {SqliteChange.LeaveNothing}";

    private SqliteConnection? _index;

    public int Advance(int limit) => SqliteSearchFiles.Try(() =>
    {
        if (files.IndexIsDamaged) Remove();
        try
        {
            return Advance(_index ??= Open(), limit);
        }
        catch (SqliteException error) when (SqliteIndexSchema.IsDamage(error))
        {
            files.IndexIsDamaged = true;
            throw;
        }
    });

    public void Dispose()
    {
        if (_index is not null && !files.IndexIsDamaged) _index.Run("update state set is_open = 0");
        _index?.Dispose();
        history.Dispose();
    }

    private int Advance(SqliteConnection index, int limit)
    {
        var changed = new HashSet<long>();
        int read;
        using (var transaction = index.BeginTransaction())
        {
            read = Advance(index, transaction, limit, changed);
            foreach (var id in changed) Reindex(index, id);
            transaction.Commit();
        }

        if (changed.Count > 0) SqliteIndexSchema.RemoveReplaced(index);
        return read;
    }

    private int Advance(SqliteConnection index, SqliteTransaction transaction, int limit, HashSet<long> changed)
    {
        using var insert = index.CreateCommand();
        insert.Transaction = transaction;
        insert.CommandText = "insert into gram (rowid, words) values ($id, $words)";
        var id = insert.Parameters.Add("$id", SqliteType.Integer);
        var words = insert.Parameters.Add("$words", SqliteType.Text);
        var (upTo, read, indexed) = (SqliteIndexSchema.UpTo(index) ?? 0, 0, 0);
        using var select = history.CreateCommand();
        select.CommandText =
            $"select id, {IsMemberMessage}, text, nick, target from message where id > $upto order by id limit $most";
        select.Parameters.AddWithValue("$upto", upTo);
        select.Parameters.AddWithValue("$most", limit);
        using (var rows = select.ExecuteReader())
        {
            for (; rows.Read(); read++)
            {
                upTo = rows.GetInt64(0);
                if (!rows.IsDBNull(4)) changed.Add(rows.GetInt64(4));
                if (!rows.GetBoolean(1)) continue;
                (id.Value, words.Value) = (upTo, NGrams.Of(rows.GetString(2), rows.GetString(3)));
                insert.ExecuteNonQuery();
                indexed++;
            }
        }

        if (read > 0)
        {
            index.Run(
                "update state set upto = $0, count = count + $1, replaced = replaced + $2",
                upTo, indexed, changed.Count);
        }

        return read;
    }

    /// <summary>
    /// Replaces the words of a message that was changed after it had been indexed.
    /// </summary>
    private void Reindex(SqliteConnection index, long id)
    {
        var words = history.Read(
            $"select text, nick from message where id = $0 and {IsMemberMessage}",
            row => NGrams.Of(row.GetString(0), row.GetString(1)), id);
        if (words is [var now]) index.Run("insert or replace into gram (rowid, words) values ($0, $1)", id, now);
    }

    private SqliteConnection Open()
    {
        if (!File.Exists(files.IndexFile)) return Create();
        var index = SqliteSearchFiles.Open(files.IndexFile, SqliteOpenMode.ReadWrite);
        try
        {
            if (MatchesHistory(index))
            {
                index.Run(Unsynced);
                index.Run("update state set is_open = 1");
                return index;
            }
        }
        catch (SqliteException error) when (SqliteIndexSchema.IsDamage(error))
        {
            // Rebuilt below.
        }

        index.Dispose();
        Remove();
        return Create();
    }

    private SqliteConnection Create()
    {
        var index = SqliteSearchFiles.Open(files.IndexFile, SqliteOpenMode.ReadWriteCreate);
        index.Run(Unsynced);
        SqliteIndexSchema.Create(index);
        return index;
    }

    /// <summary>
    /// Whether the index belongs to this history: no messages were inserted before its last one,
    /// and most of its messages still exist.
    /// </summary>
    private bool MatchesHistory(SqliteConnection index)
    {
        if (SqliteIndexSchema.UpTo(index) is not { } upTo) return false;
        if (SqliteIndexSchema.Number(index, "select is_open from state") != 0 && !IsIntact(index)) return false;
        var count = SqliteIndexSchema.Number(index, "select count from state");
        var there = SqliteIndexSchema.Number(
            history, string.Create(null, $"select count(*) from message where id <= {upTo} and {IsMemberMessage}"));
        var last = SqliteIndexSchema.Number(history, "select max(id) from message");
        return upTo <= last && there <= count && count <= (there * 2) + 1000;
    }

    private static bool IsIntact(SqliteConnection index)
    {
        using var check = index.CreateCommand();
        check.CommandText = "pragma quick_check(1)";
        return check.ExecuteScalar() is "ok";
    }

    private void Remove()
    {
        _index?.Dispose();
        _index = null;
        foreach (var ending in new[] { "", "-wal", "-shm" }) File.Delete(files.IndexFile + ending);
        files.IndexIsDamaged = false;
    }
}
