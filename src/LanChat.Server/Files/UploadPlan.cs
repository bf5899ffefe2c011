
namespace LanChat.Server.Files;

/// <summary>What is to be uploaded, as its sender describes it.</summary>
/// <param name="Name">Its name, cleaned.</param>
/// <param name="Type">Its media type, as its sender says; never believed.</param>
/// <param name="Size">Its size in bytes.</param>
/// <param name="Hash">Its SHA-256 in lower-case hexadecimal digits, when its sender knows it.</param>
/// <param name="To">Who it is for; null when it is for everyone.</param>
/// <param name="From">The address it comes from.</param>
internal sealed record UploadPlan(string Name, string Type, long Size, string? Hash, string? To, string From);
