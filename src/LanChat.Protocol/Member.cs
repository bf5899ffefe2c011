namespace LanChat.Protocol;

/// <summary>
/// Somebody in the room: the name they go by and the address they come from, which tells two
/// connections apart.
/// </summary>
/// <param name="Nickname">The name the room gave them.</param>
/// <param name="Address">Their address as the server sees it.</param>
public sealed record Member(string Nickname, PeerAddress Address);
