using System.Diagnostics.CodeAnalysis;
using LanChat.Protocol;
using LanChat.Server.Settings;

namespace LanChat.Server.Rooms;

/// <summary>
/// The rules of a room: who is in it and by which name, what was said in which order, what a newcomer is shown. Knows neither actors nor
/// bytes. What happens is gathered until <see cref="TakeTurn"/>; only then it is history, so that whoever is shown the history and gets that
/// turn misses nothing and gets nothing twice.
/// </summary>
internal sealed class Room(RoomSettings settings, LimitSettings limits, TimeProvider clock)
{
    private readonly OrderedDictionary<Nick, Occupant> _occupants = [];
    private readonly Queue<ChatMessage> _history = [];
    private readonly List<RoomEvent> _pending = [];
    private readonly List<Occupant> _joined = [];
    private readonly List<Member> _left = [];
    private PeerAddress _address = new("0.0.0.0", 0);
    private string _notice = NoticeOf(settings.Notice);
    private long _lastId;

    public int Count => _occupants.Count;

    /// <summary>Changes with every change of the list of members.</summary>
    public int Version { get; private set; }

    public bool HasTurn => _pending.Count > 0;

    /// <summary>The room has an address, which it speaks from, and which the default notice names.</summary>
    public void Open(PeerAddress address)
    {
        _address = address;
        if (settings.Notice.Length == 0) _notice = Phrases.DefaultNotice(address);
    }

    /// <summary>Lets somebody in, by the name they want or the first free one made from it.</summary>
    public bool TryAdmit(Nick wanted, PeerAddress from, [NotNullWhen(true)] out Occupant? occupant, [NotNullWhen(false)] out Refusal? refusal)
    {
        occupant = null;
        refusal = null;
        var nick = wanted;
        if (limits.Members > 0 && _occupants.Count >= limits.Members) refusal = Refusal.RoomFull;
        while (refusal is null && _occupants.ContainsKey(nick))
        {
            if (!nick.TryNext(limits.Nickname, out nick)) refusal = Refusal.NicknameTaken;
        }

        if (refusal is not null) return false;

        occupant = new Occupant(nick, new Member(nick.Text, from));
        _occupants.Add(nick, occupant);
        _joined.Add(occupant);
        Version++;
        SpeakAs(MessageKind.Joined, Phrases.Welcome(occupant.Member));
        return true;
    }

    public void Say(Occupant speaker, string text) =>
        Speak(MessageKind.Said, speaker.Member.Nickname, speaker.Member.Address, text);

    public void Leave(Occupant occupant)
    {
        _occupants.Remove(occupant.Nick);
        _joined.Remove(occupant);
        _left.Add(occupant.Member);
        Version++;
        SpeakAs(MessageKind.Left, Phrases.Farewell(occupant.Member));
    }

    public void ChangeNotice(string text)
    {
        _notice = NoticeOf(text);
        _pending.Add(new RoomEvent.NoticeShown(_notice));
    }

    /// <summary>What a newcomer is shown before the turn that is about to be taken.</summary>
    public RoomEvent[] Entrance() =>
    [
        new RoomEvent.HistoryShown([.. _history]),
        new RoomEvent.NoticeShown(_notice),
        new RoomEvent.MembersShown(Members()),
    ];

    /// <summary>Everything that happened since the last turn, in order; from now on it is history.</summary>
    public RoomEvent[] TakeTurn()
    {
        RoomEvent[] turn = [.. _pending];
        _pending.Clear();
        foreach (var said in turn)
        {
            if (said is RoomEvent.Spoken spoken) _history.Enqueue(spoken.Message);
        }

        while (_history.Count > settings.HistorySize) _history.Dequeue();
        return turn;
    }

    /// <summary>How the list of members changed since it was last taken.</summary>
    public RoomEvent.MembersChanged TakeMemberChanges()
    {
        var changes = new RoomEvent.MembersChanged(Members(), [.. _joined.Select(occupant => occupant.Member)], [.. _left]);
        _joined.Clear();
        _left.Clear();
        return changes;
    }

    // However the person who wrote it breaks lines, on the wire they are broken in one way.
    private static string NoticeOf(string text) => text.ReplaceLineEndings("\r\n");

    private Member[] Members() => [.. _occupants.Values.Select(occupant => occupant.Member)];

    private void SpeakAs(MessageKind kind, string text) => Speak(kind, SpokenBy.System, _address, text);

    private void Speak(MessageKind kind, string nickname, PeerAddress from, string text) =>
        _pending.Add(new RoomEvent.Spoken(new ChatMessage(++_lastId, kind, nickname, from, text, clock.GetLocalNow().DateTime)));
}
