namespace LanChat.Protocol;

/// <summary>A member's away state.</summary>
/// <param name="Member">The member.</param>
/// <param name="Text">The away text; empty if the member is back or has left.</param>
public sealed record Absence(Member Member, string Text);
