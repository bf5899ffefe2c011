namespace LanChat.Server.Rooms;

/// <summary>What speakers call the last things they said, and what those became.</summary>
/// <param name="most">How many are known; of more the oldest are forgotten.</param>
internal sealed class KnownRefs(int most)
{
    private readonly Dictionary<string, long> _ids = [];
    private readonly Queue<string> _order = new();

    /// <summary>The message that is called so; null when none is known.</summary>
    public long? IdOf(string reference) => _ids.TryGetValue(reference, out var id) ? id : null;

    public void Add(string reference, long id)
    {
        if (most == 0 || !_ids.TryAdd(reference, id)) return;
        _order.Enqueue(reference);
        if (_order.Count > most) _ids.Remove(_order.Dequeue());
    }
}
