using LanChat.Client.Keys;
using LanChat.Protocol;
using LanChat.Protocol.Dialects.Native;

namespace LanChat.Client.Sessions;

/// <summary>
/// The client's side of one connection, without actors: what to write next, and what of the room's
/// words answers whom.
/// </summary>
/// <param name="nick">The name to ask for.</param>
/// <param name="outbox">Outlives the connection.</param>
/// <param name="clock">Measures how long pongs take.</param>
/// <param name="since">How far the room was heard in an earlier one, if there was one.</param>
/// <param name="proof">Whose the name is, if it is anybody's.</param>
/// <param name="inbox">Private words that waited for us; outlives the connection.</param>
internal sealed class Conversation(
    Nick nick,
    Outbox outbox,
    TimeProvider clock,
    HeardUpTo? since = null,
    KeyCredential? proof = null,
    WaitedWords? inbox = null)
{
    private readonly string _asked = nick.Text;
    private readonly WaitedWords _inbox = inbox ?? new WaitedWords();
    private readonly Pings _pings = new(clock);
    private bool _greeted;
    private bool _knowsMembers;
    private RoomEvent.Challenged? _challenge;

    /// <summary>The name to ask for in the next one: the user may have taken another.</summary>
    public Nick Nick { get; private set; } = nick;

    /// <summary>How far the room was heard, in this one or before.</summary>
    public HeardUpTo? Last { get; private set; } = since;

    /// <summary>Set once the room let us in.</summary>
    public RoomEvent.Welcomed? Welcome { get; private set; }

    /// <summary>How fast lines may go out.</summary>
    public Pacing Pacing { get; private set; } = new(null);

    /// <summary>Set once the room said that it closes this connection.</summary>
    public Refusal? Refused { get; private set; }

    // From version 2 on.
    private bool HasIds => Welcome is { Protocol: >= 2 };

    /// <summary>All that was heard so far is shown.</summary>
    public void NoteShown() => _inbox.NoteShown();

    /// <summary>A ping is the next thing to be written, if this server knows pings.</summary>
    public void Measure()
    {
        if (Welcome is { AnswersPings: true }) _pings.Measure();
    }

    /// <summary>How long the answer to a ping took, once.</summary>
    public TimeSpan? TakeLatency() => _pings.TakeLatency();

    /// <summary>
    /// What is to be written now, empty when that is nothing: the greeting, then pongs and pings
    /// before lines.
    /// </summary>
    public byte[] TakeForWriting(Action<Line, string> declined)
    {
        if (!_greeted)
        {
            _greeted = true;
            return RichRequest.Hello(
                Nick.Text,
                Last?.Id,
                proof?.Key.Public,
                proof?.IsSecondary == true,
                Last?.Log,
                RichRequest.NewestVersion);
        }

        if (_challenge is { } challenge)
        {
            _challenge = null;
            return RichRequest.Sign(proof!.Key.Sign(challenge, _asked));
        }

        if (_pings.TakeForWriting() is { } ping) return ping;

        if (_inbox.TakeShown() is { } had) return RichRequest.Had(had);

        return Welcome is null
            ? []
            : outbox.TakeForWriting(Welcome.LongestLine, Pacing, declined, Welcome.KnowsRefs, HasIds);
    }

    /// <summary>Takes what the room said; what is left is for the user.</summary>
    /// <param name="events">What it said.</param>
    /// <param name="declined">Is told which line was refused, and why.</param>
    public SessionProtocol.Heard Hear(IReadOnlyList<RoomEvent> events, Action<Line, string> declined)
    {
        var (left, answered) = (new List<RoomEvent>(), new List<Line>());
        foreach (var one in events)
        {
            if (IsForUsAlone(one)) continue;
            if (IdOf(one) is { } id) Last = new HeardUpTo(id, Welcome?.Log);
            var line = IsEntrance(one) || Welcome is null
                ? null
                : outbox.TakeAnswered(one, Welcome.You.Address, HasIds);
            if (line is not null && one is RoomEvent.Refused refused)
            {
                declined(line, refused.Reason.Clause());
                continue;
            }

            if (one is not RoomEvent.Known) left.Add(line is null ? one : Asked(one, line.Wish));
            if (line is not null) answered.Add(line);
        }

        return new SessionProtocol.Heard(left, answered);
    }

    /// <summary>
    /// Of the newest message, which an older server that forgets may give a lower number than those
    /// before.
    /// </summary>
    private static long? IdOf(RoomEvent one) => one switch
    {
        RoomEvent.Spoken { Message.Id: > 0 and var id } => id,
        RoomEvent.HistoryShown { Messages: [.., var last] } => last.Id,
        _ => null,
    };

    private bool IsForUsAlone(RoomEvent one)
    {
        switch (one)
        {
            case RoomEvent.Pinged ping:
                _pings.Receive(ping.Number);
                return true;
            case RoomEvent.Challenged challenge:
                if (proof is not null) _challenge = challenge;
                return true;
            case RoomEvent.Told { Waited: { } number }:
                return !_inbox.TryTake(number);
            case RoomEvent.Ponged pong:
                _pings.End(pong.Number);
                return true;
            case RoomEvent.Refused { Reason.Closes: true } refused:
                Refused = refused.Reason;
                return true;
            case RoomEvent.Welcomed welcome:
                Welcome = welcome;
                if (welcome.Log is not null && Last?.Log is { } log && log != welcome.Log) Last = null;
                Pacing = new Pacing(welcome.Pace);
                return false;
            case RoomEvent.NameChanged changed:
                if (Nick.TryCreate(changed.You.Nickname, out var nick, out _)) Nick = nick;
                return false;
            default:
                return false;
        }
    }

    /// <summary>
    /// The first list of members is for who enters; every later one was asked for.
    /// </summary>
    private bool IsEntrance(RoomEvent one)
    {
        if (_knowsMembers || one is not RoomEvent.MembersShown) return false;
        return _knowsMembers = true;
    }

    /// <summary>An answer with what it does not carry, but the request does.</summary>
    private RoomEvent Asked(RoomEvent answer, ClientMessage wish) => (answer, wish) switch
    {
        (RoomEvent.MembersShown shown, _) => new RoomEvent.MembersListed(shown.Members, Welcome!.You.Address, default),
        (RoomEvent.PageShown page, ClientMessage.Look look) when HasIds => page with { Tag = look.Tag },
        (RoomEvent.Found found, ClientMessage.Search search) when HasIds => found with { Tag = search.Tag },
        _ => answer,
    };
}
