using LanChat.Client.Keys;
using LanChat.Protocol;

namespace LanChat.Client.Sessions;

/// <summary>Who enters a room.</summary>
/// <param name="Nick">The name to ask for.</param>
/// <param name="Proof">Whose the name is; null to enter as somebody without a key.</param>
internal sealed record Identity(Nick Nick, KeyCredential? Proof);
