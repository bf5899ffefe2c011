namespace LanChat.Protocol;

/// <summary>Somebody in the room who is away, or back again.</summary>
/// <param name="Member">Who.</param>
/// <param name="Text">What they left behind; empty: they are back, or gone.</param>
public sealed record Absence(Member Member, string Text);
