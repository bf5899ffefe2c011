namespace LanChat.Server.Storage;

/// <summary>The search index of a history, derived from it. Not thread-safe.</summary>
internal interface IHistoryIndex : IDisposable
{
    /// <summary>Adds the next messages to the index.</summary>
    /// <returns>
    /// The number of messages; fewer than <paramref name="limit"/> if there are no more.
    /// </returns>
    /// <exception cref="HistoryException">
    /// The history or the index cannot be accessed now.
    /// </exception>
    int Advance(int limit);
}
