using LanChat.Texts;

namespace LanChat.Client.Transfers;

/// <summary>Why a file can't be read or written, in words.</summary>
internal static class DiskProblem
{
    // What .NET keeps of errno: the numbers are the same on Linux and macOS, but for that of a name that is too long.
    private const int NoSpace = 28;
    private const int ReadOnly = 30;
    private const int NameTooLong = 36;
    private const int NameTooLongOnMac = 63;
    private const int OfWindows = unchecked((int)0x80070000);
    private const int DiskFullOnWindows = OfWindows | 0x70;
    private const int InUseOnWindows = OfWindows | 0x20;

    public static string Of(Exception cause) => cause switch
    {
        UnauthorizedAccessException => FileTexts.NotAllowed,
        DirectoryNotFoundException => FileTexts.FolderGone,
        PathTooLongException => FileTexts.NameTooLong,
        IOException { HResult: NoSpace or DiskFullOnWindows } => FileTexts.DiskFull,
        IOException { HResult: ReadOnly } => FileTexts.DiskReadOnly,
        IOException { HResult: NameTooLong or NameTooLongOnMac } => FileTexts.NameTooLong,
        IOException { HResult: InUseOnWindows } => FileTexts.InUse,
        _ => cause.Message,
    };
}
