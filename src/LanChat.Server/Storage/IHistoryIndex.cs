namespace LanChat.Server.Storage;

/// <summary>
/// What makes searching fast, kept beside a history and derived from it. Used by one thread at a
/// time.
/// </summary>
internal interface IHistoryIndex : IDisposable
{
    /// <summary>Takes in the next messages.</summary>
    /// <returns>
    /// How many that were; fewer than <paramref name="most"/> when there are no more.
    /// </returns>
    /// <exception cref="HistoryException">It can't be read or written now.</exception>
    int Advance(int most);
}
