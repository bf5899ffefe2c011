using System.Security.Cryptography;
using System.Text;
using LanChat.Protocol;

namespace LanChat.Server.Settings;

/// <summary>The paths of a room's data in the data folder.</summary>
internal static class DataPaths
{
    private const int MaxName = 60;

    /// <summary>The history database of a room.</summary>
    public static string HistoryFileOf(string parent, string room) => HistoryFileIn(FolderOf(parent, room));

    /// <summary>The folder of a server, which its lobby names.</summary>
    public static string FolderOf(string parent, string lobby) => Path.Combine(parent, NameOf(lobby));

    /// <summary>The history database in the folder of a room.</summary>
    public static string HistoryFileIn(string folder) => Path.Combine(folder, "history.db");

    /// <summary>
    /// The database of what the server keeps about its rooms, in the lobby's folder.
    /// </summary>
    public static string ServerFileIn(string folder) => Path.Combine(folder, "server.db");

    /// <summary>The folder of a room that is not the lobby, in the lobby's folder.</summary>
    public static string RoomFolderIn(string folder, string key) => Path.Combine(folder, "rooms", DigestOf(key));

    /// <summary>
    /// What stands for a room in paths and schemas: nothing that people name becomes a path.
    /// </summary>
    public static string DigestOf(string key) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)))[..16];

    /// <summary>The folder of a room's shared files.</summary>
    public static string FilesOf(string parent, string room) => Path.Combine(FolderOf(parent, room), "files");

    /// <summary>The self-signed certificate of a room.</summary>
    public static string CertificateOf(string parent, string room) =>
        Path.Combine(FolderOf(parent, room), "certificate.pem");

    /// <summary>
    /// The folder name of a room: the room's name if it is a valid file name, else its letters and
    /// digits plus a hash that makes it unique. Must never change: it locates existing data.
    /// </summary>
    public static string NameOf(string room)
    {
        if (IsPlain(room)) return room;
        var letters = string.Concat(room.Where(char.IsLetterOrDigit).Take(MaxName));
        return $"{letters}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(room)))[..12]}";
    }

    private static bool IsPlain(string room) =>
        room.Length <= MaxName
        && room[0] != '.'
        && room[^1] != '.'
        && room.AsSpan().IndexOfAny("/\\:<>\"|?*") < 0
        && !FileName.IsDevice(room);
}
