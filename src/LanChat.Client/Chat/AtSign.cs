namespace LanChat.Client.Chat;

/// <summary>
/// Whether this user has been told that <c>@name text</c> is read by everybody. It was for one
/// person only before: who used this program then is asked once what they mean, and a file beside
/// the key remembers that they were.
/// </summary>
internal sealed class AtSign
{
    private const string Name = "at-sign";
    private readonly string? _file;

    private AtSign(string? file, bool isToBeAsked) => (_file, IsToBeAsked) = (file, isToBeAsked);

    /// <summary>Nothing is asked and nothing remembered.</summary>
    public static AtSign Known => new(null, isToBeAsked: false);

    /// <summary>Whether they are still to be asked.</summary>
    public bool IsToBeAsked { get; private set; }

    /// <summary>Of who has the key in this file, which may have been made just now.</summary>
    /// <param name="key">The file.</param>
    /// <param name="isNew">Whether it was.</param>
    public static AtSign Of(string key, bool isNew)
    {
        var file = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(key))!, Name);
        var found = new AtSign(file, !isNew && !File.Exists(file));
        if (isNew) found.Remember();
        return found;
    }

    /// <summary>They were asked, and have answered.</summary>
    public void Remember()
    {
        IsToBeAsked = false;
        if (_file is null) return;
        try
        {
            File.WriteAllText(_file, "");
        }
        catch (Exception closed) when (closed is IOException or UnauthorizedAccessException)
        {
            // Then they are asked again the next time.
        }
    }
}
