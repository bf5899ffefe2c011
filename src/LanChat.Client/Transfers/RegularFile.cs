using System.Runtime.InteropServices;
using System.Text;

namespace LanChat.Client.Transfers;

/// <summary>
/// Resolves a path and checks that it is a regular file: reading a device or a pipe may block
/// forever.
/// </summary>
internal static partial class RegularFile
{
    private const int CurrentFolder = -100;
    private const uint TypeAndMode = 1;
    private const int StatBytes = 512;
    private const int ModeInStatx = 28;
    private const int ModeInStatOnMac = 4;
    private const int TypeBits = 0xF000;
    private const int Regular = 0x8000;

    /// <summary>
    /// Returns the path, or if it does not exist, one whose name is equal after Unicode
    /// normalization: an accented letter may be one code point or two.
    /// </summary>
    public static string Find(string path)
    {
        if (Path.Exists(path) || path.Length == 0) return path;
        var (folder, name) = (Path.GetDirectoryName(path), Normalize(Path.GetFileName(path)));
        try
        {
            return Directory.EnumerateFileSystemEntries(folder is { Length: > 0 } ? folder : ".")
                .FirstOrDefault(there => Normalize(Path.GetFileName(there)) == name) ?? path;
        }
        catch (Exception closed) when (closed is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return path;
        }
    }

    /// <summary>Normalizes a name to NFC; returns invalid Unicode unchanged.</summary>
    public static string Normalize(string name)
    {
        try
        {
            return name.Normalize(NormalizationForm.FormC);
        }
        catch (ArgumentException)
        {
            return name;
        }
    }

    /// <summary>
    /// Whether the path is a regular file, or a link to one, and not a device, pipe or socket.
    /// </summary>
    public static bool Is(string path)
    {
        if (OperatingSystem.IsWindows()) return (File.GetAttributes(path) & FileAttributes.Device) == 0;
        var found = new byte[StatBytes];
        return OperatingSystem.IsMacOS()
            ? StatOnMac(path, found) == 0 && IsRegular(BitConverter.ToUInt16(found, ModeInStatOnMac))
            : Statx(CurrentFolder, path, 0, TypeAndMode, found) == 0
                && IsRegular(BitConverter.ToUInt16(found, ModeInStatx));
    }

    private static bool IsRegular(int mode) => (mode & TypeBits) == Regular;

    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Statx(int folder, string path, int flags, uint mask, [In, Out] byte[] found);

    [LibraryImport("libc", EntryPoint = "stat", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int StatOnMac(string path, [In, Out] byte[] found);
}
