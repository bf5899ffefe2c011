using System.Security.Cryptography;
using System.Text;
using LanChat.Protocol;
using LanChat.Texts;

namespace LanChat.Server.History;

/// <summary>The folder of one room's data, which belongs to one server at a time.</summary>
internal sealed class DataFolder : IDisposable
{
    private const int LongestName = 60;
    private readonly FileStream _lock;

    private DataFolder(string path, FileStream theLock) => (Path, _lock) = (path, theLock);

    public string Path { get; }

    public string HistoryFile => HistoryFileIn(Path);

    /// <summary>Where the history of a room is, or would be.</summary>
    public static string HistoryFileOf(string parent, string room) => HistoryFileIn(System.IO.Path.Combine(parent, NameOf(room)));

    /// <summary>Where the files of a room are, or would be.</summary>
    public static string FilesOf(string parent, string room) => System.IO.Path.Combine(parent, NameOf(room), "files");

    /// <summary>Where the certificate is that was made for a room, or would be.</summary>
    public static string CertificateOf(string parent, string room) => System.IO.Path.Combine(parent, NameOf(room), "certificate.pem");

    /// <summary>Takes a room's folder below another, and makes it first if need be. One that can only be read is taken as it is.</summary>
    /// <exception cref="HistoryException">It can't be made, or another server has it.</exception>
    public static DataFolder Take(string parent, string room)
    {
        var path = System.IO.Path.Combine(parent, NameOf(room));
        var file = System.IO.Path.Combine(path, "lock");
        try
        {
            // What people say is nobody else's business.
            if (OperatingSystem.IsWindows()) Directory.CreateDirectory(path);
            else Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            return new DataFolder(path, new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            return TryTakeToRead(path, file) ?? throw new HistoryException(ServerTexts.NothingKept(path, cause.Message), cause) { MayPass = cause is IOException };
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

    // Never changed: by it the folders are found that are there.
    private static bool IsPlain(string room) => room.Length <= LongestName && room[0] != '.' && room[^1] != '.'
        && room.AsSpan().IndexOfAny("/\\:<>\"|?*") < 0 && !FileName.IsDevice(room);

    private static string HistoryFileIn(string path) => System.IO.Path.Combine(path, "history.db");

    /// <summary>The room's name where that can be a file's name; else what is left of it, and a digest so that no two rooms share it.</summary>
    private static string NameOf(string room)
    {
        if (IsPlain(room)) return room;
        var letters = string.Concat(room.Where(char.IsLetterOrDigit).Take(LongestName));
        return $"{letters}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(room)))[..12]}";
    }
}
