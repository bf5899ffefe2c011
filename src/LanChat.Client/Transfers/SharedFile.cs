namespace LanChat.Client.Transfers;

/// <summary>A file shared in a room.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Size">Size in bytes.</param>
/// <param name="Link">URL of the download.</param>
internal sealed record SharedFile(string Name, long Size, Uri Link)
{
    /// <summary>Id of the message that shares it; 0 for a private one.</summary>
    public long Message { get; init; }
}
