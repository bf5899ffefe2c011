namespace LanChat.Client.Chat;

/// <summary>
/// Whether the user knows that everybody reads <c>@name text</c>. Earlier versions sent it as a
/// private message; their users are asked once which they mean. A marker file beside the device key
/// records the answer.
/// </summary>
internal sealed class MentionNotice
{
    private const string MarkerName = "at-sign";
    private readonly string? _markerFile;

    private MentionNotice(string? markerFile, bool isPending) => (_markerFile, IsPending) = (markerFile, isPending);

    /// <summary>A notice that is never shown and has no marker file.</summary>
    public static MentionNotice Acknowledged => new(null, isPending: false);

    /// <summary>Whether the user is still to be asked.</summary>
    public bool IsPending { get; private set; }

    /// <summary>The notice for the owner of a device key.</summary>
    /// <param name="keyFile">File of the device key.</param>
    /// <param name="isNewKey">Whether the key was just created: a new user is not asked.</param>
    public static MentionNotice Of(string keyFile, bool isNewKey)
    {
        var markerFile = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(keyFile))!, MarkerName);
        var notice = new MentionNotice(markerFile, !isNewKey && !File.Exists(markerFile));
        if (isNewKey) notice.Acknowledge();
        return notice;
    }

    /// <summary>The user has answered.</summary>
    public void Acknowledge()
    {
        IsPending = false;
        if (_markerFile is null) return;
        try
        {
            File.WriteAllText(_markerFile, "");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Not recorded: the next run asks again.
        }
    }
}
