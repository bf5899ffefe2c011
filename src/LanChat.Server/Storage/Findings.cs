using LanChat.Protocol;

namespace LanChat.Server.Storage;

/// <summary>What was found, newest first.</summary>
/// <param name="Messages">Not more than wanted.</param>
/// <param name="Next">
/// The search goes on before this message; null when it has come to the beginning.
/// </param>
/// <param name="WasCut">
/// Whether it ended there because enough was looked at, not because enough was found.
/// </param>
internal sealed record Findings(IReadOnlyList<ChatMessage> Messages, long? Next, bool WasCut);
