using System.Security.Cryptography;
using System.Text;
using LanChat.Protocol;

namespace LanChat.Server.Settings;

/// <summary>Where a room's data is in the data folder, or would be.</summary>
internal static class DataPaths
{
    private const int LongestName = 60;

    /// <summary>The history of a room.</summary>
    public static string HistoryFileOf(string parent, string room) => HistoryFileIn(Path.Combine(parent, NameOf(room)));

    /// <summary>The history in a room's own folder.</summary>
    public static string HistoryFileIn(string folder) => Path.Combine(folder, "history.db");

    /// <summary>The files that were shared in a room.</summary>
    public static string FilesOf(string parent, string room) => Path.Combine(parent, NameOf(room), "files");

    /// <summary>The certificate that was made for a room.</summary>
    public static string CertificateOf(string parent, string room) =>
        Path.Combine(parent, NameOf(room), "certificate.pem");

    /// <summary>
    /// The name of a room's folder: the room's, where a file can be called that; else what is left of it, and a digest so
    /// that no two rooms share it. Never changes: existing folders are found by it.
    /// </summary>
    public static string NameOf(string room)
    {
        if (IsPlain(room)) return room;
        var letters = string.Concat(room.Where(char.IsLetterOrDigit).Take(LongestName));
        return $"{letters}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(room)))[..12]}";
    }

    private static bool IsPlain(string room) => room.Length <= LongestName && room[0] != '.' && room[^1] != '.'
        && room.AsSpan().IndexOfAny("/\\:<>\"|?*") < 0 && !FileName.IsDevice(room);
}
