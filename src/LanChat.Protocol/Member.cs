namespace LanChat.Protocol;

/// <summary>A member as others see them. The address distinguishes connections.</summary>
/// <param name="Nickname">The nickname the room assigned.</param>
/// <param name="Address">The member's address as the server sees it.</param>
public sealed record Member(string Nickname, PeerAddress Address)
{
    /// <summary>
    /// Whether the nickname belongs to the member's account, so that nobody else goes by it.
    /// </summary>
    public bool IsOwner { get; init; }
}
