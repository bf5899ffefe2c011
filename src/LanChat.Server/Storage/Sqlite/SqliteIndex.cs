using Microsoft.Data.Sqlite;

namespace LanChat.Server.Storage.Sqlite;

/// <summary>
/// Fills the index, in a file of its own beside the history, through a connection of its own. It is
/// never synced: after a crash, and whenever it is not what the history says, it is made anew.
/// </summary>
internal sealed class SqliteIndex(SqliteLookup files, SqliteConnection history) : IHistoryIndex
{
    private const string Talk = "kind in (0, 1, 3)";

    private SqliteConnection? _index;

    public int Advance(int most) => SqliteLookup.Try(() =>
    {
        if (files.IndexIsDamaged) Remove();
        try
        {
            return Advance(_index ??= Open(), most);
        }
        catch (SqliteException trouble) when (SqliteIndexSchema.IsDamage(trouble))
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

    private int Advance(SqliteConnection index, int most)
    {
        using var transaction = index.BeginTransaction();
        using var insert = index.CreateCommand();
        insert.Transaction = transaction;
        insert.CommandText = "insert into gram (rowid, words) values ($id, $words)";
        var id = insert.Parameters.Add("$id", SqliteType.Integer);
        var words = insert.Parameters.Add("$words", SqliteType.Text);
        var (upTo, read, taken) = (SqliteIndexSchema.UpTo(index) ?? 0, 0, 0);
        using var select = history.CreateCommand();
        select.CommandText = $"select id, {Talk}, text, nick from message where id > $upto order by id limit $most";
        select.Parameters.AddWithValue("$upto", upTo);
        select.Parameters.AddWithValue("$most", most);
        using (var rows = select.ExecuteReader())
        {
            for (; rows.Read(); read++)
            {
                upTo = rows.GetInt64(0);
                if (!rows.GetBoolean(1)) continue;
                (id.Value, words.Value) = (upTo, Grams.Of(rows.GetString(2), rows.GetString(3)));
                insert.ExecuteNonQuery();
                taken++;
            }
        }

        if (read > 0) Note(index, transaction, upTo, taken);
        transaction.Commit();
        return read;
    }

    private static void Note(SqliteConnection index, SqliteTransaction transaction, long upTo, int taken)
    {
        using var note = index.CreateCommand();
        note.Transaction = transaction;
        note.CommandText = "update state set upto = $upto, count = count + $taken";
        note.Parameters.AddWithValue("$upto", upTo);
        note.Parameters.AddWithValue("$taken", taken);
        note.ExecuteNonQuery();
    }

    private SqliteConnection Open()
    {
        if (!File.Exists(files.IndexFile)) return Create();
        var index = SqliteLookup.Open(files.IndexFile, SqliteOpenMode.ReadWrite);
        try
        {
            if (IsTrue(index))
            {
                index.Run("pragma synchronous = off; update state set is_open = 1");
                return index;
            }
        }
        catch (SqliteException trouble) when (SqliteIndexSchema.IsDamage(trouble))
        {
            // Then it is made anew.
        }

        index.Dispose();
        Remove();
        return Create();
    }

    private SqliteConnection Create()
    {
        var index = SqliteLookup.Open(files.IndexFile, SqliteOpenMode.ReadWriteCreate);
        index.Run("pragma synchronous = off");
        SqliteIndexSchema.Create(index);
        return index;
    }

    /// <summary>
    /// Whether it belongs to this history: nothing was put in between since, and not most of it was
    /// removed.
    /// </summary>
    private bool IsTrue(SqliteConnection index)
    {
        if (SqliteIndexSchema.UpTo(index) is not { } upTo) return false;
        if (SqliteIndexSchema.Number(index, "select is_open from state") != 0 && !IsSound(index)) return false;
        var count = SqliteIndexSchema.Number(index, "select count from state");
        var there = SqliteIndexSchema.Number(
            history, string.Create(null, $"select count(*) from message where id <= {upTo} and {Talk}"));
        var last = SqliteIndexSchema.Number(history, "select max(id) from message");
        return upTo <= last && there <= count && count <= (there * 2) + 1000;
    }

    private static bool IsSound(SqliteConnection index)
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
