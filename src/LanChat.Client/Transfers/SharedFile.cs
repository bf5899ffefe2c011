namespace LanChat.Client.Transfers;

/// <summary>A file somebody shared in a room.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Size">Its bytes.</param>
/// <param name="Link">Where it is fetched.</param>
internal sealed record SharedFile(string Name, long Size, Uri Link);
