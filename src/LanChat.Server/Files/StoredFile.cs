
namespace LanChat.Server.Files;

/// <summary>A file that came whole and is kept under a name nobody can guess.</summary>
internal sealed record StoredFile
{
    /// <summary>What the link to it is made of: 128 random bits.</summary>
    public required string Token { get; init; }

    /// <summary>Names it in messages.</summary>
    public required long Id { get; init; }

    /// <summary>Its name, cleaned.</summary>
    public required string Name { get; init; }

    /// <summary>Its media type, as its sender said.</summary>
    public required string Type { get; init; }

    /// <summary>Its size in bytes.</summary>
    public required long Size { get; init; }

    /// <summary>The SHA-256 of its content, in lower-case hexadecimal digits.</summary>
    public required string Hash { get; init; }

    /// <summary>When it was complete.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>The address it came from, when that was noted.</summary>
    public string? From { get; init; }

    /// <summary>The IP addresses it may be fetched from; null when it is for everyone.</summary>
    public IReadOnlyList<string>? Only { get; init; }

    /// <summary>The path it is fetched by.</summary>
    public string Link => FileLink.Of(Token, Name);

    /// <summary>Whether somebody at that address may have it.</summary>
    public bool IsFor(string address) => Only is null || Only.Contains(address);
}
