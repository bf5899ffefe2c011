
namespace LanChat.Server.Files;

/// <summary>A complete file, as recorded in the file store.</summary>
internal sealed record StoredFile
{
    /// <summary>The secret part of its link: 128 random bits.</summary>
    public required string Token { get; init; }

    /// <summary>The file id in messages.</summary>
    public required long Id { get; init; }

    /// <summary>The sanitised file name.</summary>
    public required string Name { get; init; }

    /// <summary>The media type: by content for images, else as the sender declared it.</summary>
    public required string Type { get; init; }

    /// <summary>The size in bytes.</summary>
    public required long Size { get; init; }

    /// <summary>The SHA-256 of the content, in lower-case hexadecimal digits.</summary>
    public required string Hash { get; init; }

    /// <summary>When the upload was complete.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>The sender's IP address; null in records of older versions.</summary>
    public string? From { get; init; }

    /// <summary>The IP addresses that may fetch the file; null: all.</summary>
    public IReadOnlyList<string>? Only { get; init; }

    /// <summary>The path to fetch the file.</summary>
    public string Link => FileLink.Of(Token, Name);

    /// <summary>Whether an IP address may fetch the file.</summary>
    public bool IsFor(string address) => Only is null || Only.Contains(address);
}
