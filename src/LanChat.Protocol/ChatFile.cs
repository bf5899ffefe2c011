namespace LanChat.Protocol;

/// <summary>A file somebody shared in the room.</summary>
/// <param name="Id">Names it in the room's store, as long as it is kept.</param>
/// <param name="Name">Its name, cleaned: no path, no control characters, never empty.</param>
/// <param name="Size">Its size in bytes.</param>
/// <param name="Text">
/// What is in it, when it is text and small enough to travel inside a message; else null.
/// </param>
public sealed record ChatFile(long Id, string Name, long Size, string? Text)
{
    /// <summary>
    /// Its media type, as its sender said, such as <c>image/png</c>; null when nobody said.
    /// </summary>
    public string? Type { get; init; }

    /// <summary>
    /// The path on the room's HTTP server by which it is fetched, as long as it is kept; null when
    /// it can't be.
    /// </summary>
    public string? Link { get; init; }

    /// <summary>
    /// Where that server was when the file was shared, such as <c>http://192.168.38.149:8080</c>;
    /// for clients that are told of files in a sentence.
    /// </summary>
    public string? Site { get; init; }
}
