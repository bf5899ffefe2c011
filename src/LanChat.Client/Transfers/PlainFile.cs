using System.Runtime.InteropServices;
using System.Text;

namespace LanChat.Client.Transfers;

/// <summary>Finds the file that is meant by a path, and looks whether it is one: to read a device or a pipe may never end.</summary>
internal static partial class PlainFile
{
    private const int CurrentFolder = -100;
    private const uint TypeAndMode = 1;
    private const int EnoughBytes = 512;
    private const int ModeInStatx = 28;
    private const int ModeInStatOfMac = 4;
    private const int TypeBits = 0xF000;
    private const int Plain = 0x8000;

    /// <summary>
    /// The path, or of a name that is not there one that looks the same: an accented letter may be one character, or two.
    /// </summary>
    public static string Find(string path)
    {
        if (Path.Exists(path) || path.Length == 0) return path;
        var (folder, name) = (Path.GetDirectoryName(path), Composed(Path.GetFileName(path)));
        try
        {
            return Directory.EnumerateFileSystemEntries(folder is { Length: > 0 } ? folder : ".")
                .FirstOrDefault(there => Composed(Path.GetFileName(there)) == name) ?? path;
        }
        catch (Exception closed) when (closed is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return path;
        }
    }

    /// <summary>A name by which those that look the same are the same; one that is no whole text is only the same as itself.</summary>
    public static string Composed(string name)
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

    /// <summary>Whether what is there, or what a link there leads to, is a file, and no device, pipe or socket.</summary>
    public static bool Is(string path)
    {
        if (OperatingSystem.IsWindows()) return (File.GetAttributes(path) & FileAttributes.Device) == 0;
        var found = new byte[EnoughBytes];
        return OperatingSystem.IsMacOS()
            ? StatOfMac(path, found) == 0 && IsPlain(BitConverter.ToUInt16(found, ModeInStatOfMac))
            : Statx(CurrentFolder, path, 0, TypeAndMode, found) == 0 && IsPlain(BitConverter.ToUInt16(found, ModeInStatx));
    }

    private static bool IsPlain(int mode) => (mode & TypeBits) == Plain;

    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Statx(int folder, string path, int flags, uint mask, [In, Out] byte[] found);

    [LibraryImport("libc", EntryPoint = "stat", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int StatOfMac(string path, [In, Out] byte[] found);
}
