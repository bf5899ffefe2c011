using LanChat.Protocol;
using LanChat.Protocol.Dialects.Native;

namespace LanChat.Client.Sessions;

/// <summary>
/// Protocol state of one connection, without actors: which bytes to write next, and which request a
/// received event answers.
/// </summary>
/// <param name="hello">The greeting.</param>
/// <param name="outbox">Requests to send; outlives the connection.</param>
/// <param name="clock">Measures the latency.</param>
/// <param name="offlineMessages">Offline messages received so far; outlives the connection.</param>
internal sealed class ConnectionState(
    Hello hello,
    Outbox outbox,
    TimeProvider clock,
    OfflineMessages? offlineMessages = null)
{
    private readonly string _requestedNick = hello.Nick.Text;
    private readonly OfflineMessages _offlineMessages = offlineMessages ?? new OfflineMessages();
    private readonly Pings _pings = new(clock);
    private bool _helloSent;
    private bool _hasMemberList;
    private RoomEvent.Challenged? _challenge;

    /// <summary>
    /// Greeting for the next connection: with the nickname and the last message received now.
    /// </summary>
    public Hello Hello { get; private set; } = hello;

    /// <summary>Null until the room has let this client join.</summary>
    public Welcomed? Welcome { get; private set; }

    /// <summary>Rate limit for outgoing requests.</summary>
    public Pacing Pacing { get; private set; } = new(null);

    /// <summary>Refusal with which the room closes this connection; null for none.</summary>
    public Refusal? ClosingRefusal { get; private set; }

    /// <summary>
    /// Whether the connection waits until a moderator admits the user; ends with the welcome.
    /// </summary>
    public bool AwaitsAdmission { get; private set; }

    // Protocol version 2 echoes the request id in every reply.
    private bool HasRequestIds => Welcome is { Protocol: >= 2 };

    /// <summary>Everything received so far is shown to the user.</summary>
    public void MarkShown() => _offlineMessages.MarkShown();

    /// <summary>Writes a ping next, if the server answers pings.</summary>
    public void SchedulePing()
    {
        if (Welcome is { AnswersPings: true }) _pings.SchedulePing();
    }

    /// <summary>The measured latency; null until the next measurement.</summary>
    public TimeSpan? ConsumeLatency() => _pings.ConsumeLatency();

    /// <summary>
    /// Dequeues the bytes to write next; empty if there are none. The hello comes first, then pongs
    /// and pings, then requests.
    /// </summary>
    public byte[] DequeueBytes(Action<OutgoingRequest, string> declined)
    {
        if (!_helloSent)
        {
            _helloSent = true;
            return Hello.ToBytes();
        }

        if (_challenge is { } challenge)
        {
            _challenge = null;
            return RichRequest.Sign(Hello.Credential!.Key.Sign(challenge, _requestedNick));
        }

        if (_pings.DequeueBytes() is { } ping) return ping;

        if (_offlineMessages.DequeueDelivered() is { } number) return RichRequest.Delivered(number);

        return Welcome is null
            ? []
            : outbox.DequeueBytes(Welcome.LongestLine, Pacing, declined, Welcome.KnowsRefs, HasRequestIds);
    }

    /// <summary>Handles received events, and returns those that are for the user.</summary>
    /// <param name="events">Events in the order received.</param>
    /// <param name="declined">
    /// Called with each request that the room refused, and the reason.
    /// </param>
    public SessionProtocol.EventsReceived Handle(
        IReadOnlyList<RoomEvent> events, Action<OutgoingRequest, string> declined)
    {
        var (forUser, answered) = (new List<RoomEvent>(), new List<OutgoingRequest>());
        foreach (var roomEvent in events)
        {
            if (TryHandleInternally(roomEvent)) continue;
            if (MessageIdOf(roomEvent) is { } id)
                Hello = Hello with { Position = new HistoryPosition(id, Welcome?.Log) };
            var request = IsInitialMemberList(roomEvent) || Welcome is null
                ? null
                : outbox.DequeueAnswered(roomEvent, Welcome.You.Address, HasRequestIds);
            if (request is not null && roomEvent is RoomEvent.Refused refused)
            {
                declined(request, refused.Reason.Clause());
                continue;
            }

            if (roomEvent is not RoomEvent.Acknowledged)
                forUser.Add(request is null ? roomEvent : CompleteReply(roomEvent, request.Message));
            if (request is not null) answered.Add(request);
        }

        return new SessionProtocol.EventsReceived(forUser, answered);
    }

    /// <summary>
    /// Id of the newest message. It may be lower than an earlier one: a version 1 server that lost
    /// its history counts from 1 again.
    /// </summary>
    private static long? MessageIdOf(RoomEvent roomEvent) => roomEvent switch
    {
        RoomEvent.Spoken { Message.Id: > 0 and var id } => id,
        RoomEvent.HistoryShown { Messages: [.., var last] } => last.Id,
        _ => null,
    };

    private bool TryHandleInternally(RoomEvent roomEvent)
    {
        switch (roomEvent)
        {
            case RoomEvent.Pinged ping:
                _pings.HandlePing(ping.Number);
                return true;
            case RoomEvent.Challenged challenge:
                if (Hello.Credential is not null) _challenge = challenge;
                return true;
            case RoomEvent.PrivateMessage { Waited: { } number }:
                return !_offlineMessages.TryAdd(number);
            case RoomEvent.Ponged pong:
                _pings.HandlePong(pong.Number);
                return true;
            case RoomEvent.Refused { Reason.Closes: true } refused:
                // Who is not in the room yet has not said too much.
                ClosingRefusal = Welcome is null && refused.Reason.Is(Refusal.Flooding)
                    ? Refusal.TooManyTries
                    : refused.Reason;
                return true;
            case RoomEvent.Refused { Reason: var reason } when Welcome is null && reason.Is(Refusal.EntryAsked):
                AwaitsAdmission = true;
                return false;
            case Welcomed welcome when Hello.IsElsewhere(welcome):
                ClosingRefusal = Refusal.NoSuchRoom;
                return true;
            case Welcomed welcome:
                HandleWelcome(welcome);
                return false;
            case RoomEvent.NameChanged changed:
                if (Nick.TryCreate(changed.You.Nickname, out var nick, out _)) Hello = Hello with { Nick = nick };
                return false;
            default:
                return false;
        }
    }

    private void HandleWelcome(Welcomed welcome)
    {
        (Welcome, AwaitsAdmission, Hello) = (welcome, false, Hello.AfterWelcome);
        if (welcome.Log is not null && Hello.Position?.Log is { } log && log != welcome.Log)
            Hello = Hello with { Position = null };
        Pacing = new Pacing(welcome.RateLimit);
    }

    /// <summary>
    /// The first member list belongs to the join; each later one answers a request.
    /// </summary>
    private bool IsInitialMemberList(RoomEvent roomEvent)
    {
        if (_hasMemberList || roomEvent is not RoomEvent.MembersShown) return false;
        return _hasMemberList = true;
    }

    /// <summary>
    /// Copies into a reply the fields of its request that version 2 does not repeat.
    /// </summary>
    private RoomEvent CompleteReply(RoomEvent answer, ClientMessage request) => (answer, request) switch
    {
        (RoomEvent.MembersShown shown, _) => new RoomEvent.MembersListed(shown.Members, Welcome!.You.Address, default),
        (RoomEvent.HistoryPage page, ClientMessage.ReadHistory read) when HasRequestIds => page with { Tag = read.Tag },
        (RoomEvent.Found found, ClientMessage.Search search) when HasRequestIds => found with { Tag = search.Tag },
        _ => answer,
    };
}
