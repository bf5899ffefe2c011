using LanChat.Protocol;

namespace LanChat.Server.Storage;

/// <summary>The messages a search found, newest first.</summary>
/// <param name="Messages">The messages; no more than the query's limit.</param>
/// <param name="Next">Continue the search before this id; null if the beginning is reached.</param>
/// <param name="ScanLimitReached">
/// Whether the search stopped after scanning enough messages, rather than finding enough.
/// </param>
internal sealed record SearchResult(IReadOnlyList<ChatMessage> Messages, long? Next, bool ScanLimitReached);
