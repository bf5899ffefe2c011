using Microsoft.Data.Sqlite;

namespace LanChat.Server.Storage.Sqlite;

/// <summary>
/// Fills the search index: a file beside the history, through its own connection. The file is never
/// synced; it is rebuilt after a crash or if it does not match the history.
/// </summary>
internal sealed class SqliteIndex(SqliteSearchFiles files, SqliteConnection history) : IHistoryIndex
{
    private const string IsMemberMessage = MessageRow.IsMemberMessage;

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
        using var transaction = index.BeginTransaction();
        using var insert = index.CreateCommand();
        insert.Transaction = transaction;
        insert.CommandText = "insert into gram (rowid, words) values ($id, $words)";
        var id = insert.Parameters.Add("$id", SqliteType.Integer);
        var words = insert.Parameters.Add("$words", SqliteType.Text);
        var (upTo, read, indexed) = (SqliteIndexSchema.UpTo(index) ?? 0, 0, 0);
        using var select = history.CreateCommand();
        select.CommandText =
            $"select id, {IsMemberMessage}, text, nick from message where id > $upto order by id limit $most";
        select.Parameters.AddWithValue("$upto", upTo);
        select.Parameters.AddWithValue("$most", limit);
        using (var rows = select.ExecuteReader())
        {
            for (; rows.Read(); read++)
            {
                upTo = rows.GetInt64(0);
                if (!rows.GetBoolean(1)) continue;
                (id.Value, words.Value) = (upTo, NGrams.Of(rows.GetString(2), rows.GetString(3)));
                insert.ExecuteNonQuery();
                indexed++;
            }
        }

        if (read > 0) UpdateState(index, transaction, upTo, indexed);
        transaction.Commit();
        return read;
    }

    private static void UpdateState(SqliteConnection index, SqliteTransaction transaction, long upTo, int indexed)
    {
        using var update = index.CreateCommand();
        update.Transaction = transaction;
        update.CommandText = "update state set upto = $upto, count = count + $taken";
        update.Parameters.AddWithValue("$upto", upTo);
        update.Parameters.AddWithValue("$taken", indexed);
        update.ExecuteNonQuery();
    }

    private SqliteConnection Open()
    {
        if (!File.Exists(files.IndexFile)) return Create();
        var index = SqliteSearchFiles.Open(files.IndexFile, SqliteOpenMode.ReadWrite);
        try
        {
            if (MatchesHistory(index))
            {
                index.Run("pragma synchronous = off; update state set is_open = 1");
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
        index.Run("pragma synchronous = off");
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
