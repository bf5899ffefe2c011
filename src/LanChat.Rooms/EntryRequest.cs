using LanChat.Protocol;

namespace LanChat.Rooms;

/// <summary>Somebody asked to enter a room.</summary>
/// <param name="Nickname">The nickname they asked with.</param>
/// <param name="Address">The address they asked from.</param>
/// <param name="Account">Their account; null: none.</param>
/// <param name="Asked">When they asked or were admitted, UTC.</param>
/// <param name="IsAdmitted">
/// Whether they were admitted; who has an account is given a role instead.
/// </param>
public sealed record EntryRequest(
    string Nickname, PeerAddress Address, string? Account, DateTime Asked, bool IsAdmitted = false);
