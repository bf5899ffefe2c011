namespace LanChat.Client.Doctor.Facts;

/// <summary>A file by which the system tells of itself; not every system has it, and not everybody may read it.</summary>
internal static class SystemFile
{
    /// <summary>What it says, or nothing.</summary>
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
