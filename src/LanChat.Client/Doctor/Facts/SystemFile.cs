namespace LanChat.Client.Doctor.Facts;

/// <summary>Reads files of the system that may be missing or unreadable.</summary>
internal static class SystemFile
{
    /// <summary>The content, or an empty string.</summary>
    public static string Read(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception missing) when (missing is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
