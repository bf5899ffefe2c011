namespace LanChat.Server.Files;

/// <summary>A file that came whole and is kept under a name nobody can guess.</summary>
/// <param name="Token">What the link to it is made of: 128 random bits.</param>
/// <param name="Id">Names it in messages.</param>
/// <param name="Name">Its name, cleaned.</param>
/// <param name="Type">Its media type, as its sender said.</param>
/// <param name="Size">Its size in bytes.</param>
/// <param name="Hash">The SHA-256 of its content, in lower-case hexadecimal digits.</param>
/// <param name="Since">When it was complete.</param>
internal sealed record StoredFile(string Token, long Id, string Name, string Type, long Size, string Hash, DateTimeOffset Since)
{
    /// <summary>The address it came from, when that was noted.</summary>
    public string? From { get; init; }

    /// <summary>The IP addresses it may be fetched from; null when it is for everyone.</summary>
    public IReadOnlyList<string>? Only { get; init; }

    /// <summary>The path it is fetched by.</summary>
    public string Link => FileLink.Of(Token, Name);

    /// <summary>Whether somebody at that address may have it.</summary>
    public bool IsFor(string address) => Only is null || Only.Contains(address);
}
