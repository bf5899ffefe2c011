using LanChat.Texts;

namespace LanChat.Server.Storage.Sqlite;

/// <summary>
/// A temporary copy of a history: SQLite cannot read a database whose folder is read-only.
/// </summary>
internal sealed class HistoryCopy : IDisposable
{
    private readonly DirectoryInfo _folder;

    private HistoryCopy(DirectoryInfo folder, IHistoryStore store) => (_folder, Store) = (folder, store);

    public IHistoryStore Store { get; }

    /// <exception cref="HistoryException">The history cannot be copied or read.</exception>
    public static HistoryCopy Of(string file)
    {
        DirectoryInfo? folder = null;
        try
        {
            folder = Directory.CreateTempSubdirectory("lanchat-");
            var copy = Path.Combine(folder.FullName, Path.GetFileName(file));
            foreach (var ending in new[] { "", "-wal" })
            {
                if (File.Exists(file + ending)) File.Copy(file + ending, copy + ending);
            }

            return new HistoryCopy(folder, SqliteHistory.Open(copy, keepsCopy: false));
        }
        catch (Exception cause)
        {
            folder?.Delete(recursive: true);
            if (cause is IOException or UnauthorizedAccessException)
                throw new HistoryException(ServerTexts.HistoryUnreadable(file, cause.Message), cause);
            throw;
        }
    }

    public void Dispose()
    {
        Store.Dispose();
        if (Directory.Exists(_folder.FullName)) _folder.Delete(recursive: true);
    }
}
