using LanChat.Client.Keys;
using LanChat.Protocol;

namespace LanChat.Client.Sessions;

/// <summary>Identity of a user who joins a room.</summary>
/// <param name="Nick">Nickname to join by.</param>
/// <param name="Credential">Device key that owns the nickname; null to join without a key.</param>
internal sealed record Identity(Nick Nick, KeyCredential? Credential);
