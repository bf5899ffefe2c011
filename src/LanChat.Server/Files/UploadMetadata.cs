
namespace LanChat.Server.Files;

/// <summary>The metadata of an upload, as its sender declares it.</summary>
/// <param name="Name">The sanitised file name.</param>
/// <param name="Type">The declared media type; not trusted.</param>
/// <param name="Size">The size in bytes.</param>
/// <param name="Hash">The SHA-256 in lower-case hexadecimal digits; null if unknown.</param>
/// <param name="To">The recipient's nickname; null: everybody.</param>
/// <param name="From">The sender's IP address.</param>
internal sealed record UploadMetadata(string Name, string Type, long Size, string? Hash, string? To, string From);
