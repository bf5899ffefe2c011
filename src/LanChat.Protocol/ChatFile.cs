namespace LanChat.Protocol;

/// <summary>A file shared in the room.</summary>
/// <param name="Id">The key in the room's snippet store, valid as long as the file is kept.</param>
/// <param name="Name">The cleaned name (<see cref="FileName"/>): not a path, never empty.</param>
/// <param name="Size">The size in bytes.</param>
/// <param name="Text">
/// The content of a text file small enough to travel inside a message; else null.
/// </param>
public sealed record ChatFile(long Id, string Name, long Size, string? Text)
{
    /// <summary>The media type the sender gave, such as <c>image/png</c>; null if none.</summary>
    public string? Type { get; init; }

    /// <summary>
    /// The file link: a path on the room's HTTP server, valid as long as the file is kept. Null if
    /// the file cannot be fetched over HTTP.
    /// </summary>
    public string? Link { get; init; }

    /// <summary>
    /// The base URL of that server when the file was shared, such as
    /// <c>http://192.168.38.149:8080</c>; for dialects that show a file as a sentence.
    /// </summary>
    public string? Site { get; init; }
}
