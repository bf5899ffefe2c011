using LanChat.Protocol;
using LanChat.Server.History;

namespace LanChat.Server.Rooms;

/// <summary>What was said, in the one order the room states: pending until the turn that tells everyone is taken, then history.</summary>
internal sealed class Talk(int historySize, Past past, TimeProvider clock)
{
    private readonly Queue<ChatMessage> _history = new(past.Newest);
    private readonly List<RoomEvent> _pending = [];
    private long _lastId = past.LastId;

    public bool IsPending => _pending.Count > 0;

    public ChatMessage[] History => [.. _history];

    /// <summary>The number of the last message that was told.</summary>
    public long LastTold { get; private set; } = past.LastId;

    /// <summary>The number of the last message, told or not.</summary>
    public long LastId => _lastId;

    /// <summary>Whether the history that is at hand begins right after a message, or before.</summary>
    public bool ReachesBackTo(long id) => id >= LastTold || (_history.TryPeek(out var oldest) && oldest.Id <= id + 1);

    public DateTime Now => clock.GetLocalNow().DateTime;

    public void Add(MessageKind kind, string nickname, PeerAddress from, string text, Member? about = null, ChatFile? file = null, string? reference = null) =>
        _pending.Add(new RoomEvent.Spoken(new ChatMessage(++_lastId, kind, nickname, from, text, Now) { About = about, File = file, Ref = reference }));

    public void Add(RoomEvent said) => _pending.Add(said);

    /// <summary>Everything since the last turn, in order; from now on it is history.</summary>
    public RoomEvent[] TakeTurn()
    {
        RoomEvent[] turn = [.. _pending];
        _pending.Clear();
        foreach (var said in turn)
        {
            if (said is not RoomEvent.Spoken { Message: var message }) continue;
            _history.Enqueue(message);
            LastTold = message.Id;
        }

        while (_history.Count > historySize) _history.Dequeue();
        return turn;
    }
}
