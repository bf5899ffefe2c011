using LanChat.Rooms;
using LanChat.Server.Storage;

namespace LanChat.Server.Rooms;

/// <summary>
/// Reads the private messages that are kept: from the store, or from memory where nothing is
/// persisted.
/// </summary>
/// <param name="store">The store; null: nothing is persisted.</param>
internal sealed class PrivateReader(ServerStore? store)
{
    private const int MaxInMemory = 10_000;

    private Queue<StoredPrivateMessage> _inMemory = [];

    /// <summary>A message is to be kept.</summary>
    public void Add(StoredPrivateMessage message)
    {
        if (store is not null) return;
        _inMemory.Enqueue(message);
        if (_inMemory.Count > MaxInMemory) _inMemory.Dequeue();
    }

    /// <summary>Gives the messages of an account to another one.</summary>
    public void Merge(ServerChange.AccountMerged merged)
    {
        Dictionary<string, long> numbers = [];
        foreach (var pair in merged.Pairs) numbers[pair.Into] = pair.LastNumber; // two may become the same
        var moved = _inMemory.Select(message => message.Moved(merged.From, merged.Into)).ToArray();
        for (var at = moved.Length - 1; at >= 0; at--)
        {
            if (!numbers.TryGetValue(moved[at].Pair, out var number)) continue;
            moved[at] = moved[at] with { Number = number };
            numbers[moved[at].Pair] = number - 1;
        }

        _inMemory = new Queue<StoredPrivateMessage>(moved);
    }

    /// <summary>Removes what is older than a time, UTC.</summary>
    public void Prune(DateTime before)
    {
        while (_inMemory.TryPeek(out var oldest) && oldest.Message.Time.ToUniversalTime() < before) _inMemory.Dequeue();
    }

    /// <summary>The messages that a query selects, oldest first.</summary>
    public Task<IReadOnlyList<StoredPrivateMessage>> ReadAsync(PrivateQuery query)
    {
        if (store is not null) return Task.Run(() => store.ReadPrivate(query));
        var found = _inMemory.Where(query.Matches);
        IReadOnlyList<StoredPrivateMessage> page =
            [.. query.IsForward ? found.Take(query.Limit) : found.TakeLast(query.Limit)];
        return Task.FromResult(page);
    }
}
