using Akka.Actor;
using LanChat.Client.Keys;
using LanChat.Client.Settings;
using LanChat.Protocol;
using LanChat.Texts;

namespace LanChat.Client.Sessions;

/// <summary>
/// Owns one user's stay in one room: enters by a nickname, keeps what is to be asked until it is
/// sent and answered, and makes a lost connection again, with growing pauses, until it is left or
/// the room refuses.
/// </summary>
internal sealed class SessionActor : UntypedActor, IWithTimers
{
    private enum Due
    {
        Retry,
        Welcome,
        Answer,
        Pace,
        Measure,
        Goodbye,
    }

    public static readonly TimeSpan MeasuringInterval = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan PatienceWithWelcome = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan PatienceWithAnswers = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan PatienceWithGoodbye = TimeSpan.FromSeconds(2);

    private readonly ServerAddress _server;
    private readonly Func<IActorRef, Props> _connect;
    private readonly TimeProvider _clock;
    private readonly IActorRef _owner;
    private readonly Outbox _outbox;
    private readonly Backoff _backoff;
    private readonly KeyCredential? _proof;
    private readonly WaitedWords _waited = new();
    private Nick _nick;
    private OpenConnection? _connection;
    private HeardUpTo? _last;
    private bool _wasInside;
    private bool _leaving;
    private bool _measuring;

    public SessionActor(
        ServerAddress server, Identity identity, ClientSettings settings, Func<IActorRef, Props> connect,
        TimeProvider clock, IActorRef owner)
    {
        (_server, _nick, _proof, _connect, _clock, _owner) =
            (server, identity.Nick, identity.Proof, connect, clock, owner);
        _outbox = new Outbox(settings.Limits.Waiting);
        _backoff = new Backoff(settings.Reconnect, Random.Shared);
    }

    public ITimerScheduler Timers { get; set; } = null!;

    private Conversation? Conversation => _connection?.Conversation;

    /// <param name="server">The room's address.</param>
    /// <param name="nick">The name to ask for.</param>
    /// <param name="settings">Pauses and limits.</param>
    /// <param name="connect">
    /// A <see cref="ConnectionActor"/> to that address, for the session given.
    /// </param>
    /// <param name="clock">Measures how long the room takes to answer.</param>
    /// <param name="owner">Who says and hears: see <see cref="SessionProtocol"/>.</param>
    /// <param name="proof">Whose the name is; null to enter as somebody without a key.</param>
    public static Props Props(
        ServerAddress server, Nick nick, ClientSettings settings, Func<IActorRef, Props> connect, TimeProvider clock,
        IActorRef owner, KeyCredential? proof = null) =>
        Akka.Actor.Props.Create(
            () => new SessionActor(server, new Identity(nick, proof), settings, connect, clock, owner));

    protected override void PreStart() => Connect();

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            // A late message of a connection that was given up.
            case ConnectionProtocol.IEvent when !Sender.Equals(_connection?.Actor): break;
            case ConnectionProtocol.Arrived arrived: Hear(arrived.Events); break;
            case ConnectionProtocol.Written: _connection!.EndWrite(); WriteOn(); break;
            case SessionProtocol.Continue: NoteShown(); ReadOn(); break;
            case SessionProtocol.Ask ask: Keep(ask.Line); break;
            case ConnectionProtocol.Opened opened: Greet(opened.Ip); break;
            case ConnectionProtocol.Failed failed: Lose(Conversation?.Refused?.Sentence() ?? failed.Why); break;
            case Due.Retry: Connect(); break;
            case Due.Welcome: GiveUp(ConnectionTexts.NotLikeARoom($"{_server}")); break;
            case Due.Answer: GiveUp(ConnectionTexts.RoomSilent); break;
            case Due.Pace: Tick(); break;
            case Due.Measure: Measure(); break;
            case SessionProtocol.Measure: _measuring = true; break;
            case Due.Goodbye: End(null); break;
            case SessionProtocol.Leave: Leave(); break;
            default: Unhandled(message); break;
        }
    }

    private void Connect() => _connection = new OpenConnection(Context.ActorOf(_connect(Self)));

    private void Greet(string ip)
    {
        _connection!.Open(ip, new Conversation(_nick, _outbox, _clock, _last, _proof, _waited));
        Timers.StartSingleTimer(Due.Welcome, Due.Welcome, PatienceWithWelcome);
        WriteOn();
    }

    private void Keep(Line line)
    {
        if (_outbox.TryKeep(line)) WriteOn();
        else Decline(line, ConnectionTexts.TooManyWaiting);
    }

    private void Decline(Line line, string why) => _owner.Tell(new SessionProtocol.Declined(line, why));

    /// <summary>One write under way: what piles up meanwhile is the next one.</summary>
    private void WriteOn()
    {
        if (_connection is not { IsWriting: false, Conversation: { } conversation }) return;
        var bytes = conversation.TakeForWriting(Decline);
        ExpectAnswers();
        PaceOn();
        if (bytes.Length > 0) _connection.Write(bytes);
    }

    private void PaceOn()
    {
        if (Conversation!.Pacing.NeedsTicks && !Timers.IsTimerActive(Due.Pace))
            Timers.StartSingleTimer(Due.Pace, Due.Pace, Pacing.Interval);
    }

    private void Tick()
    {
        Conversation!.Pacing.Tick();
        PaceOn();
        WriteOn();
    }

    private void Hear(IReadOnlyList<RoomEvent> events)
    {
        _connection!.EndRead();
        Timers.Cancel(Due.Answer);
        var refused = new List<SessionProtocol.Declined>();
        var conversation = _connection.Conversation!;
        var heard = conversation.Hear(events, (line, why) => refused.Add(new SessionProtocol.Declined(line, why)));
        (_nick, _last) = (conversation.Nick, conversation.Last);
        if (conversation.Welcome is not null) Enter();
        var isNews = heard.Events.Count > 0 || heard.Answered.Count > 0;
        if (isNews) _owner.Tell(heard with { Ip = _connection.Ip });
        if (conversation.TakeLatency() is { } latency) _owner.Tell(new SessionProtocol.Measured(latency));
        foreach (var declined in refused) _owner.Tell(declined);
        if (conversation.Refused is { } refusal && IsForGood(refusal))
        {
            End(refusal);
            return;
        }

        if (!isNews) conversation.NoteShown();
        if (!isNews) ReadOn();
        if (_leaving && _outbox.IsEmpty) _connection.Close();
        else WriteOn();
    }

    private void NoteShown()
    {
        if (Conversation is null) return;
        Conversation.NoteShown();
        WriteOn();
    }

    private void ReadOn()
    {
        _connection?.ReadOn();
        ExpectAnswers();
    }

    /// <summary>Only while we read: nothing comes back to a client that does not look.</summary>
    private void ExpectAnswers()
    {
        if (_connection is { IsReading: true } && _outbox.HasSent && !Timers.IsTimerActive(Due.Answer))
            Timers.StartSingleTimer(Due.Answer, Due.Answer, PatienceWithAnswers);
    }

    private void Enter()
    {
        _wasInside = true;
        _backoff.Reset();
        Timers.Cancel(Due.Welcome);
        if (_measuring && !Timers.IsTimerActive(Due.Measure)) Measure();
    }

    /// <summary>Now, and again in a while, as long as the connection holds.</summary>
    private void Measure()
    {
        Timers.StartSingleTimer(Due.Measure, Due.Measure, MeasuringInterval);
        Conversation!.Measure();
        WriteOn();
    }

    /// <summary>
    /// A name that is refused stays refused; anything else only keeps those out who were never in.
    /// </summary>
    private bool IsForGood(Refusal refusal) => refusal.Code != Refusal.Closing.Code
        && (!_wasInside || refusal.IsAboutTheName() || refusal.Is(Refusal.TakenOver));

    private void GiveUp(string why)
    {
        Context.Stop(_connection!.Actor);
        Lose(why);
    }

    private void Lose(string why)
    {
        var again = Conversation?.Welcome is { KnowsRefs: true } ? _outbox.SendAgain() : [];
        _connection = null;
        Timers.CancelAll();
        if (_leaving)
        {
            End(null);
            return;
        }

        var pause = _backoff.Next();
        Timers.StartSingleTimer(Due.Retry, Due.Retry, pause);
        _owner.Tell(new SessionProtocol.Lost(why, pause, _outbox.TakeDoubtful()) { Again = again });
    }

    private void Leave()
    {
        _leaving = true;
        if (Conversation?.Welcome is null)
        {
            End(null);
            return;
        }

        Timers.StartSingleTimer(Due.Goodbye, Due.Goodbye, PatienceWithGoodbye);
        if (_outbox.IsEmpty) _connection!.Close();
    }

    private void End(Refusal? refused)
    {
        var (unsent, again) = _outbox.TakeUnsent();
        _owner.Tell(new SessionProtocol.Ended(refused, [.. again, .. _outbox.TakeDoubtful()], unsent));
        Context.Stop(Self);
    }
}
