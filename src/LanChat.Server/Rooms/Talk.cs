using LanChat.Protocol;
using LanChat.Server.History;
using LanChat.Server.Lookup;
using LanChat.Server.Settings;

namespace LanChat.Server.Rooms;

/// <summary>
/// What was said, in the one order the room states: pending until the turn that tells everyone is taken, then history. At hand are the newest
/// messages, and as many of what people said as a newcomer is shown, however many came and went since.
/// </summary>
internal sealed class Talk(RoomSettings settings, Past past, TimeProvider clock)
{
    private readonly Queue<ChatMessage> _newest = new(past.Newest);
    private readonly Queue<ChatMessage> _said = new(past.Said);
    private readonly List<RoomEvent> _pending = [];
    private long _lastId = past.LastId;

    public bool IsPending => _pending.Count > 0;

    /// <summary>All there is, oldest first.</summary>
    public ChatMessage[] AtHand
    {
        get
        {
            var from = _newest.TryPeek(out var first) ? first.Id : long.MaxValue;
            return [.. _said.TakeWhile(message => message.Id < from), .. _newest];
        }
    }

    /// <summary>What a newcomer is shown: the last that people said, and no more than as many of what else happened since.</summary>
    public ChatMessage[] Shown
    {
        get
        {
            if (settings.HistorySize == 0) return [];
            var from = _said.Count == settings.HistorySize ? _said.Peek().Id : 0;
            var others = _newest.Where(message => message.Id > from && !Query.IsTalk(message.Kind)).TakeLast(settings.HistorySize);
            return [.. _said.Concat(others).OrderBy(message => message.Id)];
        }
    }

    /// <summary>What a newcomer of the older systems is shown: the last messages of every kind.</summary>
    public ChatMessage[] ShownRaw => [.. _newest.TakeLast(settings.HistorySizeRaw)];

    /// <summary>The number of the last message that was told.</summary>
    public long LastTold { get; private set; } = past.LastId;

    /// <summary>The number of the last message, told or not.</summary>
    public long LastId => _lastId;

    /// <summary>Whether nothing is missing at hand of what came after a message.</summary>
    public bool ReachesBackTo(long id) => id >= LastTold || (_newest.TryPeek(out var oldest) && oldest.Id <= id + 1);

    /// <summary>The time of the room's clock; where that is this computer's, also in an hour that comes twice.</summary>
    public DateTime Now => clock.LocalTimeZone.Equals(TimeZoneInfo.Local) ? clock.GetUtcNow().LocalDateTime : clock.GetLocalNow().DateTime;

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
            _newest.Enqueue(message);
            if (Query.IsTalk(message.Kind)) _said.Enqueue(message);
            LastTold = message.Id;
        }

        while (_newest.Count > settings.KeptAtHand()) _newest.Dequeue();
        while (_said.Count > settings.HistorySize) _said.Dequeue();
        return turn;
    }
}
