using LanChat.Protocol;

namespace LanChat.Rooms;

/// <summary>
/// Maps client message ids (refs) to message ids, so that a retry is acknowledged instead of
/// published again. Removes the oldest beyond <paramref name="max"/>.
/// </summary>
internal sealed class Deduplication(int max)
{
    private readonly Dictionary<string, long> _ids = [];
    private readonly Queue<string> _order = new();

    public static Deduplication Restore(RegistrySnapshot registry, int max)
    {
        var known = new Deduplication(max);
        foreach (var (reference, id) in registry.Refs) known.Add(reference, id);
        foreach (var mail in registry.Mail) known.Add(mail.Message.Ref, 0);
        return known;
    }

    /// <summary>The acknowledgement of a known ref; null if the ref is unknown.</summary>
    public RoomEvent.Acknowledged? Find(string? reference) =>
        reference is not null && _ids.TryGetValue(reference, out var id)
            ? new RoomEvent.Acknowledged(reference, id)
            : null;

    /// <summary>
    /// Records a message under its ref, if it has one; returns the acknowledgement.
    /// </summary>
    public RoomEvent.Acknowledged? Add(string? reference, long id)
    {
        if (reference is null) return null;
        if (max > 0 && _ids.TryAdd(reference, id))
        {
            _order.Enqueue(reference);
            if (_order.Count > max) _ids.Remove(_order.Dequeue());
        }

        return new RoomEvent.Acknowledged(reference, id);
    }
}
