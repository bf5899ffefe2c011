namespace LanChat.Server.Storage;

/// <summary>The history cannot be read or written. The message is for users.</summary>
internal sealed class HistoryException(string message, Exception? cause = null) : Exception(message, cause)
{
    /// <summary>Whether a retry may succeed without a change of the settings.</summary>
    public bool IsTransient { get; init; }
}
