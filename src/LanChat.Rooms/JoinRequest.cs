using LanChat.Protocol;

namespace LanChat.Rooms;

/// <summary>Somebody asks to join a room.</summary>
/// <param name="Nick">The nickname asked for.</param>
/// <param name="Address">The address the connection comes from.</param>
/// <param name="Otherwise">The nickname asked for if that one is taken.</param>
/// <param name="Numbering">What becomes of a nickname that is taken.</param>
/// <param name="Since">
/// The last message the client has; it wants all that came after, instead of the usual history.
/// </param>
public record JoinRequest(
    Nick Nick, PeerAddress Address, Nick? Otherwise = null, Numbering Numbering = Numbering.Counted, long? Since = null)
{
    /// <inheritdoc cref="ClientMessage.Enter.Log"/>
    public string? Log { get; init; }

    /// <summary>The key that was proven, if any.</summary>
    public string? Key { get; init; }

    /// <summary>Why nobody new may have this nickname; its owner may.</summary>
    public Refusal? Unfit { get; init; }

    /// <inheritdoc cref="ClientMessage.Enter.IsBeside"/>
    public bool IsBeside { get; init; }
}
