namespace LanChat.Client.Transfers;

/// <summary>Result of a download.</summary>
/// <param name="Path">Path of the file; null on failure.</param>
/// <param name="Problem">The reason of a failure, a sentence for the user.</param>
internal sealed record DownloadResult(string? Path, string Problem);
