using LanChat.Client.Keys;
using LanChat.Protocol;
using LanChat.Protocol.Dialects.Native;

namespace LanChat.Client.Sessions;

/// <summary>What a session says first on each connection.</summary>
/// <param name="Nick">Nickname to join by; a rename changes it.</param>
/// <param name="Credential">Device key that owns the nickname; null for none.</param>
/// <param name="Room">The room, with what opens it; null for the lobby.</param>
internal sealed record Hello(Nick Nick, KeyCredential? Credential = null, RoomEntry? Room = null)
{
    /// <summary>Which one of its account's clients this is; null for none.</summary>
    public ClientIdentity? Client { get; init; }

    /// <summary>A code that links the device to an account; null for none.</summary>
    public string? LinkCode { get; init; }

    /// <summary>Last message received on an earlier connection; null if there was none.</summary>
    public HistoryPosition? Position { get; init; }

    /// <summary>Encodes the greeting.</summary>
    public byte[] ToBytes() => RichRequest.Hello(
        Nick.Text,
        Position?.Id,
        Credential?.Key.Public,
        Credential?.IsSecondary == true,
        Position?.Log,
        RichRequest.NewestVersion,
        Room,
        Credential is null ? null : Client,
        LinkCode);

    /// <summary>
    /// Whether that welcome is from another room: an older server has only one, and ignores which
    /// room the client named.
    /// </summary>
    public bool IsElsewhere(Welcomed welcome) =>
        Room is { Room: { } room } && !welcome.HasRooms && RoomAddress.KeyOf(room) != RoomAddress.KeyOf(welcome.Room);

    /// <summary>
    /// The greeting for the next connection: an invitation and a link code are used up by entering.
    /// </summary>
    public Hello AfterWelcome => this with
    {
        LinkCode = null,
        Room = Room is { Code: not null } ? Room with { Code = null } : Room,
    };
}
