using LanChat.Texts;

namespace LanChat.Client.Transfers;

/// <summary>Describes in words why a file cannot be read or written.</summary>
internal static class DiskProblem
{
    // HResult is the errno on Unix; the values are the same on Linux and macOS, except
    // ENAMETOOLONG.
    private const int NoSpace = 28;
    private const int ReadOnly = 30;
    private const int NameTooLong = 36;
    private const int NameTooLongOnMac = 63;
    private const int WindowsBase = unchecked((int)0x80070000);
    private const int DiskFullOnWindows = WindowsBase | 0x70;
    private const int InUseOnWindows = WindowsBase | 0x20;

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
