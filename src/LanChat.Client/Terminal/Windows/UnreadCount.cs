namespace LanChat.Client.Terminal.Windows;

/// <summary>What was said in a window since it was in sight.</summary>
internal sealed class UnreadCount
{
    public int Messages { get; private set; }

    /// <summary>Whether some of it is for this user.</summary>
    public bool HasWordForMe { get; private set; }

    public void Add(bool forMe)
    {
        Messages++;
        HasWordForMe |= forMe;
    }

    public void Clear() => (Messages, HasWordForMe) = (0, false);
}
