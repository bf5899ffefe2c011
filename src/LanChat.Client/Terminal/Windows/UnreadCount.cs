namespace LanChat.Client.Terminal.Windows;

/// <summary>Counts the unread messages of a window.</summary>
internal sealed class UnreadCount
{
    public int Messages { get; private set; }

    /// <summary>Whether one of them mentions the user or is private.</summary>
    public bool HasMention { get; private set; }

    public void Add(bool forMe)
    {
        Messages++;
        HasMention |= forMe;
    }

    public void Clear() => (Messages, HasMention) = (0, false);
}
