namespace LanChat.Server.Files;

/// <summary>Owns the folder of shared files: persistent, or temporary for this process.</summary>
internal sealed class UploadFolder : IDisposable
{
    private readonly bool _isKept;

    /// <param name="kept">The persistent folder; null: a temporary one.</param>
    public UploadFolder(string? kept)
    {
        _isKept = kept is not null;
        Path = kept ?? Directory.CreateTempSubdirectory("lanchat-files-").FullName;
        // Readable by the server's user only.
        const UnixFileMode mode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(Path);
        else Directory.CreateDirectory(Path, mode);
    }

    public string Path { get; }

    public void Dispose()
    {
        if (!_isKept) Directory.Delete(Path, recursive: true);
    }
}
