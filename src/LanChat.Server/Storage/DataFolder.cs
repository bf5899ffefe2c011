using LanChat.Server.Settings;
using LanChat.Texts;

namespace LanChat.Server.Storage;

/// <summary>The folder of one room's data, which belongs to one server at a time.</summary>
internal sealed class DataFolder : IDisposable
{
    private readonly FileStream _lock;

    private DataFolder(string path, FileStream theLock) => (Path, _lock) = (path, theLock);

    public string Path { get; }

    public string HistoryFile => DataPaths.HistoryFileIn(Path);

    /// <summary>
    /// Takes a room's folder below another, and makes it first if need be. One that can only be
    /// read is taken as it is.
    /// </summary>
    /// <exception cref="HistoryException">It can't be made, or another server has it.</exception>
    public static DataFolder Take(string parent, string room)
    {
        var path = System.IO.Path.Combine(parent, DataPaths.NameOf(room));
        var file = System.IO.Path.Combine(path, "lock");
        try
        {
            // What people say is nobody else's business.
            if (OperatingSystem.IsWindows()) Directory.CreateDirectory(path);
            else Directory.CreateDirectory(
                path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            return new DataFolder(
                path, new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            return TryTakeToRead(path, file) ?? throw new HistoryException(
                ServerTexts.NothingKept(path, cause.Message), cause)
            {
                MayPass = cause is IOException,
            };
        }
    }

    public void Dispose() => _lock.Dispose();

    private static DataFolder? TryTakeToRead(string path, string file)
    {
        if (!File.Exists(file)) return null;
        try
        {
            return new DataFolder(path, new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.None));
        }
        catch (IOException)
        {
            throw new HistoryException(ServerTexts.DataTaken(path)) { MayPass = true };
        }
        catch (UnauthorizedAccessException)
        {
            return null;
        }
    }
}
