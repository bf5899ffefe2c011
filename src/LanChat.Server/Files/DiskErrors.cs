namespace LanChat.Server.Files;

/// <summary>Classifies exceptions of file operations.</summary>
internal static class DiskErrors
{
    // ENOSPC and EDQUOT of Linux and macOS, ERROR_DISK_FULL and ERROR_HANDLE_DISK_FULL of Windows.
    private static readonly int[] Full = [28, 122, 69, unchecked((int)0x80070070), unchecked((int)0x80070027)];

    /// <summary>Whether the exception is a disk error.</summary>
    public static bool Is(Exception thrown) => thrown is IOException or UnauthorizedAccessException;

    /// <summary>Whether the disk is full or the user's quota exceeded.</summary>
    public static bool IsFull(Exception thrown) => thrown is IOException && Full.Contains(thrown.HResult);
}
