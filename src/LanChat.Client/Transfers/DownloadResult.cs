namespace LanChat.Client.Transfers;

/// <summary>What became of a file that was fetched.</summary>
/// <param name="Path">Where it is; null when it is not.</param>
/// <param name="Problem">Why not, a sentence for the user.</param>
internal sealed record DownloadResult(string? Path, string Problem);
