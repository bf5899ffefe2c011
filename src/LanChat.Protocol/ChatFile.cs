namespace LanChat.Protocol;

/// <summary>A file somebody shared in the room.</summary>
/// <param name="Id">Names it in the room's store, as long as it is kept.</param>
/// <param name="Name">Its name, cleaned: no path, no control characters, never empty.</param>
/// <param name="Size">Its size in bytes.</param>
/// <param name="Text">What is in it, when it is text and small enough to travel inside a message; else null.</param>
public sealed record ChatFile(long Id, string Name, long Size, string? Text);
