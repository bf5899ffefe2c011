namespace LanChat.Protocol;

/// <summary>
/// Asks to enter the room. The nickname is not validated yet. The server reads further requests
/// after the room has answered.
/// </summary>
/// <param name="Nickname">The requested nickname.</param>
/// <param name="Otherwise">The nickname to use if that one is taken.</param>
/// <param name="Numbering">How to choose another nickname if it is taken.</param>
/// <param name="MayRetry">
/// Whether the client may try another nickname after a refusal; else the server disconnects it.
/// </param>
public sealed record EnterRequest(
    string Nickname,
    string? Otherwise = null,
    Numbering Numbering = Numbering.Counted,
    bool MayRetry = false) : ClientMessage
{
    /// <summary>
    /// The resume point: the last message id the client has. It gets everything after it
    /// instead of the newest messages.
    /// </summary>
    public long? Since { get; init; }

    /// <summary>
    /// The <see cref="LogId"/> of the history that <see cref="Since"/> belongs to.
    /// </summary>
    public string? Log { get; init; }

    /// <summary>
    /// The public key the client claims, not validated yet; see <see cref="DeviceKey"/>.
    /// </summary>
    public string? Key { get; init; }

    /// <summary>
    /// Identifies the running client; see <see cref="Dialects.Native.ClientIdentity"/>.
    /// </summary>
    public string? ClientId { get; init; }

    /// <summary>What the client calls its device.</summary>
    public string? DeviceName { get; init; }

    /// <summary>A code that links the device to an account.</summary>
    public string? LinkCode { get; init; }

    /// <summary>The room to enter; null: the lobby.</summary>
    public string? Room { get; init; }

    /// <summary>The room's password.</summary>
    public string? Password { get; init; }

    /// <summary>An invitation to the room.</summary>
    public string? Code { get; init; }

    /// <summary>
    /// Whether the session is secondary: it yields its nickname to any other session of the
    /// same key, and receives no offline messages.
    /// </summary>
    public bool IsSecondary { get; init; }
}
