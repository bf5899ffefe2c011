namespace LanChat.Server.Files;

/// <summary>What can be wrong with the disk that files are kept on.</summary>
internal static class DiskTrouble
{
    // ENOSPC and EDQUOT of Linux and macOS, ERROR_DISK_FULL and ERROR_HANDLE_DISK_FULL of Windows.
    private static readonly int[] Full = [28, 122, 69, unchecked((int)0x80070070), unchecked((int)0x80070027)];

    /// <summary>Whether it is what was thrown.</summary>
    public static bool Is(Exception thrown) => thrown is IOException or UnauthorizedAccessException;

    /// <summary>Whether there is no space, or none that this user may take.</summary>
    public static bool IsFull(Exception trouble) => trouble is IOException && Full.Contains(trouble.HResult);
}
