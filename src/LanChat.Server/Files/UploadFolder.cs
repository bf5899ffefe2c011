namespace LanChat.Server.Files;

/// <summary>The folder of what is uploaded: one that stays, or one that ends with the program.</summary>
internal sealed class UploadFolder : IDisposable
{
    private readonly bool _isKept;

    /// <param name="kept">The one that stays; null for the other.</param>
    public UploadFolder(string? kept)
    {
        _isKept = kept is not null;
        Path = kept ?? Directory.CreateTempSubdirectory("lanchat-files-").FullName;
        // What people share is nobody else's business.
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(Path);
        else Directory.CreateDirectory(Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    public string Path { get; }

    public void Dispose()
    {
        if (!_isKept) Directory.Delete(Path, recursive: true);
    }
}
