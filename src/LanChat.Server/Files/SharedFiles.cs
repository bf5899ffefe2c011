using Microsoft.Extensions.Logging;

namespace LanChat.Server.Files;

/// <summary>All files that members have shared.</summary>
/// <param name="snippets">Small text files that came inside messages.</param>
/// <param name="uploads">Uploaded files; null without a web server.</param>
/// <param name="log">Told about files that cannot be deleted.</param>
internal sealed partial class SharedFiles(SnippetStore snippets, FileStore? uploads, ILogger<SharedFiles> log)
{
    public SnippetStore Snippets => snippets;

    /// <summary>
    /// Deletes a file by its link, which does not work any more from then on. If the disk refuses,
    /// it is tried again when the room's history is opened the next time.
    /// </summary>
    public void Remove(string link)
    {
        if (FileLink.TokenOf(link) is not { } token) return;
        snippets.Remove(token);
        try
        {
            if (uploads?.Find(token) is { } file) uploads.Remove(file);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            LogNotDeleted(cause.Message);
        }
    }

    [LoggerMessage(LogLevel.Warning, "a file that was taken back could not be deleted: {Reason}")]
    private partial void LogNotDeleted(string reason);
}
