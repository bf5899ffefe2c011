using LanChat.Server.Settings;
using LanChat.Texts;

namespace LanChat.Server.Storage;

/// <summary>The data folder of one room, locked by one server at a time.</summary>
internal sealed class DataFolder : IDisposable
{
    private readonly FileStream _lock;

    private DataFolder(string path, FileStream theLock) => (Path, _lock) = (path, theLock);

    public string Path { get; }

    public string HistoryFile => DataPaths.HistoryFileIn(Path);

    /// <summary>
    /// Acquires the lock of a room's folder; creates the folder if necessary. A read-only folder is
    /// locked without writing.
    /// </summary>
    /// <exception cref="HistoryException">
    /// The folder cannot be created, or another server has the lock.
    /// </exception>
    public static DataFolder Acquire(string parent, string room)
    {
        var path = DataPaths.FolderOf(parent, room);
        var file = System.IO.Path.Combine(path, "lock");
        try
        {
            Create(path);
            return new DataFolder(
                path, new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            return TryAcquireReadOnly(path, file) ?? throw new HistoryException(
                ServerTexts.NothingKept(path, cause.Message), cause)
            {
                IsTransient = cause is IOException,
            };
        }
    }

    /// <summary>
    /// Creates a folder that only the server's user may read: messages are private.
    /// </summary>
    public static void Create(string path)
    {
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(path);
        else Directory.CreateDirectory(
            path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    public void Dispose() => _lock.Dispose();

    private static DataFolder? TryAcquireReadOnly(string path, string file)
    {
        if (!File.Exists(file)) return null;
        try
        {
            return new DataFolder(path, new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.None));
        }
        catch (IOException)
        {
            throw new HistoryException(ServerTexts.DataTaken(path)) { IsTransient = true };
        }
        catch (UnauthorizedAccessException)
        {
            return null;
        }
    }
}
