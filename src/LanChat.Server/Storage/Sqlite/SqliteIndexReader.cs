using Microsoft.Data.Sqlite;

namespace LanChat.Server.Storage.Sqlite;

/// <summary>
/// What the index finds. Opened for each search, which takes less than a millisecond, for it may be
/// made anew in between.
/// </summary>
internal sealed class SqliteIndexReader : IDisposable
{
    private readonly SqliteLookup _files;
    private readonly SqliteConnection _index;
    private readonly string _words;

    private SqliteIndexReader(SqliteLookup files, SqliteConnection index, string words, long upTo) =>
        (_files, _index, _words, UpTo) = (files, index, words, upTo);

    /// <summary>The last message it knows.</summary>
    public long UpTo { get; }

    /// <summary>Null when there is no index that can be used.</summary>
    public static SqliteIndexReader? TryOpen(SqliteLookup files, string words)
    {
        if (files.IndexIsDamaged || !File.Exists(files.IndexFile)) return null;
        SqliteConnection? index = null;
        try
        {
            index = SqliteLookup.Open(files.IndexFile, SqliteOpenMode.ReadOnly);
            if (SqliteIndexSchema.UpTo(index) is { } upTo) return new SqliteIndexReader(files, index, words, upTo);
        }
        catch (SqliteException trouble)
        {
            files.IndexIsDamaged |= SqliteIndexSchema.IsDamage(trouble);
        }

        index?.Dispose();
        return null;
    }

    /// <summary>The messages that may match, the newest first.</summary>
    public IEnumerable<long> Before(long id)
    {
        using var select = _index.CreateCommand();
        select.CommandText = "select rowid from gram where gram match $words and rowid < $id order by rowid desc";
        select.Parameters.AddWithValue("$words", _words);
        select.Parameters.AddWithValue("$id", id);
        using var rows = Begin(select);
        while (Next(rows)) yield return rows.GetInt64(0);
    }

    public void Dispose() => _index.Dispose();

    private SqliteDataReader Begin(SqliteCommand select) => Noting(select.ExecuteReader);

    private bool Next(SqliteDataReader rows) => Noting(rows.Read);

    private T Noting<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (SqliteException trouble)
        {
            _files.IndexIsDamaged |= SqliteIndexSchema.IsDamage(trouble);
            throw;
        }
    }
}
