using Microsoft.Data.Sqlite;

namespace LanChat.Server.Storage.Sqlite;

/// <summary>
/// Finds candidates in the search index. Opened for each search, in less than a millisecond,
/// because the index may be rebuilt in between.
/// </summary>
internal sealed class SqliteIndexReader : IDisposable
{
    private readonly SqliteSearchFiles _files;
    private readonly SqliteConnection _index;
    private readonly string _words;

    private SqliteIndexReader(SqliteSearchFiles files, SqliteConnection index, string words, long upTo) =>
        (_files, _index, _words, UpTo) = (files, index, words, upTo);

    /// <summary>The last indexed message.</summary>
    public long UpTo { get; }

    /// <summary>Opens the index; returns null if it is missing or unusable.</summary>
    public static SqliteIndexReader? TryOpen(SqliteSearchFiles files, string words)
    {
        if (files.IndexIsDamaged || !File.Exists(files.IndexFile)) return null;
        SqliteConnection? index = null;
        try
        {
            index = SqliteSearchFiles.Open(files.IndexFile, SqliteOpenMode.ReadOnly);
            if (SqliteIndexSchema.UpTo(index) is { } upTo) return new SqliteIndexReader(files, index, words, upTo);
        }
        catch (SqliteException error)
        {
            files.IndexIsDamaged |= SqliteIndexSchema.IsDamage(error);
        }

        index?.Dispose();
        return null;
    }

    /// <summary>
    /// The candidates before an id, newest first; up to <see cref="UpTo"/>, even if the index has
    /// grown since.
    /// </summary>
    public IEnumerable<long> Before(long id)
    {
        using var select = _index.CreateCommand();
        select.CommandText = "select rowid from gram where gram match $words and rowid < $id order by rowid desc";
        select.Parameters.AddWithValue("$words", _words);
        select.Parameters.AddWithValue("$id", Math.Min(id, UpTo + 1));
        using var rows = Begin(select);
        while (Next(rows)) yield return rows.GetInt64(0);
    }

    public void Dispose() => _index.Dispose();

    private SqliteDataReader Begin(SqliteCommand select) => DetectDamage(select.ExecuteReader);

    private bool Next(SqliteDataReader rows) => DetectDamage(rows.Read);

    private T DetectDamage<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (SqliteException error)
        {
            _files.IndexIsDamaged |= SqliteIndexSchema.IsDamage(error);
            throw;
        }
    }
}
