namespace LanChat.Server.Storage;

/// <summary>The history can't be read or written; the message says why, for people.</summary>
internal sealed class HistoryException(string message, Exception? cause = null) : Exception(message, cause)
{
    /// <summary>Whether it may be over in a while, without anybody changing a setting.</summary>
    public bool MayPass { get; init; }
}
