namespace LanChat.Client.Sessions;

/// <summary>Position in a room's history.</summary>
/// <param name="Id">Id of the last message received.</param>
/// <param name="Log">Log id of the history; null if the server does not send one.</param>
internal sealed record HistoryPosition(long Id, string? Log = null);
