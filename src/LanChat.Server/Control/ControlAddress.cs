using System.Net.Sockets;
using System.Text;
using LanChat.Server.Settings;

namespace LanChat.Server.Control;

/// <summary>
/// Where the control socket of a server is: a Unix socket that only the server's user may open.
/// </summary>
internal static class ControlAddress
{
    // A socket's path has 108 bytes in Linux, 104 in macOS.
    private const int MaxPath = 100;

    /// <summary>
    /// The path of the socket: in the user's runtime folder, else in the server's folder; null if
    /// there is neither, as with a server that keeps nothing.
    /// </summary>
    public static string? PathFor(ServerSettings settings)
    {
        if (settings.Data.Folder is not { } parent) return null;
        var folder = Path.GetFullPath(DataPaths.FolderOf(parent, settings.Room.Name.Text));
        var runtime = Environment.GetEnvironmentVariable("XDG_RUNTIME_DIR");
        return Directory.Exists(runtime) ? Path.Combine(runtime, "lanchat", $"{DataPaths.DigestOf(folder)}.sock")
            : Directory.Exists(folder) ? Path.Combine(folder, "control.sock")
            : null;
    }

    /// <summary>
    /// The endpoint of a path, relative to the current folder if that is shorter; null if it is too
    /// long nevertheless.
    /// </summary>
    public static UnixDomainSocketEndPoint? EndPointOf(string path)
    {
        string[] candidates = [path, Path.GetRelativePath(Environment.CurrentDirectory, path)];
        return Array.Find(candidates, one => Encoding.UTF8.GetByteCount(one) <= MaxPath) is { } fitting
            ? new UnixDomainSocketEndPoint(fitting)
            : null;
    }
}
