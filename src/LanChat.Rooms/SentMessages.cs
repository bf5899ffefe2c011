namespace LanChat.Rooms;

/// <summary>
/// The messages that a session has sent to everyone: a guest may change them as long as the session
/// is there. Forgets the oldest.
/// </summary>
internal sealed class SentMessages
{
    private const int Capacity = 100;

    private readonly Queue<long> _ids = new();

    /// <summary>The id of the last one; 0: none.</summary>
    public long Last { get; private set; }

    public void Add(long id)
    {
        Last = id;
        _ids.Enqueue(id);
        if (_ids.Count > Capacity) _ids.Dequeue();
    }

    public bool Contains(long id) => _ids.Contains(id);
}
