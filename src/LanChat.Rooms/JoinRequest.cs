using LanChat.Protocol;

namespace LanChat.Rooms;

/// <summary>A request to join a room.</summary>
/// <param name="Nick">The requested nickname.</param>
/// <param name="Address">The address of the connection.</param>
/// <param name="Fallback">The nickname to use if the requested one is taken.</param>
/// <param name="Numbering">How to number a taken nickname.</param>
/// <param name="Since">
/// The last message the client has; replaces the usual history with all messages after it.
/// </param>
public record JoinRequest(
    Nick Nick, PeerAddress Address, Nick? Fallback = null, Numbering Numbering = Numbering.Counted, long? Since = null)
{
    /// <inheritdoc cref="EnterRequest.Log"/>
    public string? Log { get; init; }

    /// <summary>The device key, if the client proved one.</summary>
    public string? Device { get; init; }

    /// <summary>The account that the device key belongs to.</summary>
    public string? Account { get; init; }

    /// <summary>
    /// Identifies the running client among those of its account, if it says so: a new session of
    /// the same client replaces the old one, those of others stand beside it.
    /// </summary>
    public string? ClientId { get; init; }

    /// <summary>The room's password, if the client gave one.</summary>
    public string? Password { get; init; }

    /// <summary>An invitation, if the client gave one.</summary>
    public string? Code { get; init; }

    /// <summary>Refuses the nickname to everyone except its owner, for this reason.</summary>
    public Refusal? NickRefusal { get; init; }

    /// <summary>
    /// The session takes no ownership of its nickname and yields it to any other session of the
    /// account; scripts set it.
    /// </summary>
    public bool IsSecondary { get; init; }
}
