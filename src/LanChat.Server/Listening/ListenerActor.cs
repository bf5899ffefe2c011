using System.Net;
using Akka.Actor;
using Akka.Event;
using Akka.IO;
using LanChat.Server.Sockets;
using LanChat.Texts;

namespace LanChat.Server.Listening;

/// <summary>
/// Owns the listening socket of one dialect and hands accepted connections to its parent, the
/// connection manager. Binds again when Akka.IO's listener dies or stops accepting.
/// </summary>
internal sealed class ListenerActor : UntypedActor, IWithTimers
{
    /// <summary>
    /// A health check; answered with <see cref="Accepting"/> once a probe connection was accepted.
    /// </summary>
    public sealed record Check
    {
        public static readonly Check Instance = new();
    }

    /// <summary>The listener accepts connections.</summary>
    public sealed record Accepting
    {
        public static readonly Accepting Instance = new();
    }

    /// <summary>Unbinds the socket and stops the actor.</summary>
    public sealed record Close
    {
        public static readonly Close Instance = new();
    }

    private sealed record BindAgain : INoSerializationVerificationNeeded
    {
        public static readonly BindAgain Instance = new();
    }

    private sealed record BindTimedOut : INoSerializationVerificationNeeded
    {
        public static readonly BindTimedOut Instance = new();
    }

    private sealed record ProbeTimedOut : INoSerializationVerificationNeeded
    {
        public static readonly ProbeTimedOut Instance = new();
    }

    private static readonly TimeSpan BindTimeout = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan ProbeTimeout = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan RetryPause = TimeSpan.FromMilliseconds(100);
    private const int MaxAttempts = 50;

    private readonly ILoggingAdapter _log = Context.GetLogger();
    private readonly EarlyAccepts _early = new();
    private readonly List<IActorRef> _checking = [];
    private readonly IActorRef _tcp;
    private readonly DialectEndpoint _wanted;
    private readonly int _backlog;
    private readonly IReadOnlyList<Inet.SocketOption> _options;
    private IPEndPoint _endPoint;
    private IActorRef _socket = ActorRefs.Nobody;
    private AcceptProbe? _probe;
    private bool _hasListened;
    private bool _hasAccepted;
    private int _attempts;

    /// <param name="tcp">Akka.IO's manager.</param>
    /// <param name="wanted">The dialect and the endpoint to bind.</param>
    /// <param name="backlog">Maximum connections waiting to be accepted.</param>
    /// <param name="options">Options of the listening socket and its connections.</param>
    public static Props Props(
        IActorRef tcp, DialectEndpoint wanted, int backlog, IReadOnlyList<Inet.SocketOption> options) =>
        Akka.Actor.Props.Create(() => new ListenerActor(tcp, wanted, backlog, options));

    public ListenerActor(
        IActorRef tcp, DialectEndpoint wanted, int backlog, IReadOnlyList<Inet.SocketOption> options) =>
        (_tcp, _wanted, _backlog, _options, _endPoint) = (tcp, wanted, backlog, options, wanted.EndPoint);

    public ITimerScheduler Timers { get; set; } = null!;

    protected override void PreStart()
    {
        Context.System.EventStream.Subscribe(Self, typeof(UnhandledMessage));
        Bind();
    }

    protected override void PostStop()
    {
        DropProbe();
        Context.System.EventStream.Unsubscribe(Self);
    }

    /// <summary>Waits for the socket to be bound.</summary>
    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case UnhandledMessage lost: _early.Add(lost); break;
            case Tcp.Bound bound: Open((IPEndPoint)bound.LocalAddress); break;
            case Tcp.CommandFailed failed when failed.Cmd is Tcp.Bind:
                Fail(failed.Cause.HasValue ? failed.Cause.Value.Message : null);
                break;
            case BindTimedOut: Fail(null); break;
            case BindAgain: Bind(); break;
            case Tcp.Connected connected: HandOver(connected); break;
            case Check: _checking.Add(Sender); break;
            case Tcp.Unbound or ProbeTimedOut or Terminated: break;
            case Close: Context.Stop(Self); break;
            default: Unhandled(message); break;
        }
    }

    private void Listening(object message)
    {
        switch (message)
        {
            case Tcp.Connected connected: Accept(connected); break;
            case UnhandledMessage lost: EarlyAccepts.Redeliver(lost, _socket); break;
            case Check: _checking.Add(Sender); Probe(); break;
            case ProbeTimedOut: EndProbe(); break;
            case Terminated: ListenAgain(); break;
            // The late answer to a bind that timed out and was retried.
            case Tcp.Bound: Sender.Tell(Tcp.Unbind.Instance); break;
            case Tcp.Unbound or Tcp.CommandFailed or BindTimedOut or BindAgain: break;
            case Close: Unbind(); break;
            default: Unhandled(message); break;
        }
    }

    private void Closing(object message)
    {
        switch (message)
        {
            case Tcp.Unbound or Terminated: Context.Stop(Self); break;
            case Tcp.Connected: Sender.Tell(Tcp.Abort.Instance); break;
            case UnhandledMessage or Check or ProbeTimedOut or BindTimedOut or BindAgain or Close: break;
            default: Unhandled(message); break;
        }
    }

    private void Bind()
    {
        _attempts++;
        Timers.StartSingleTimer(nameof(BindTimedOut), BindTimedOut.Instance, BindTimeout);
        _tcp.Tell(new Tcp.Bind(Self, _endPoint, _backlog, _options, pullMode: true));
    }

    private void Open(IPEndPoint endPoint)
    {
        Timers.Cancel(nameof(BindTimedOut));
        (_socket, _endPoint, _attempts) = (Context.Watch(Sender), endPoint, 0);
        _early.RedeliverAll(_socket);
        Become(Listening);
        if (_hasListened) _log.Warning("listening on {0} for {1} again", endPoint, _wanted.Dialect.Name);
        else Context.Parent.Tell(_wanted with { EndPoint = endPoint });
        _hasListened = true;
        Probe();
    }

    private void Fail(string? why)
    {
        Timers.Cancel(nameof(BindTimedOut));
        if (!_hasListened)
        {
            var reason = why ?? ServerTexts.InUseOrNotAllowed;
            Context.Parent.Tell(new ConnectionManagerProtocol.ListeningFailed(_wanted, reason));
        }
        else if (_attempts < MaxAttempts)
        {
            Timers.StartSingleTimer(nameof(BindAgain), BindAgain.Instance, RetryPause);
        }
        else
        {
            _log.Error("cannot listen on {0} for {1} any more: {2}", _endPoint, _wanted.Dialect.Name, why);
            Context.Stop(Self);
        }
    }

    private void ListenAgain()
    {
        _log.Error(
            "nobody listens on {0} for {1} any more; whoever came in by it is disconnected",
            _endPoint,
            _wanted.Dialect.Name);
        Become(OnReceive);
        Bind();
    }

    private void Accept(Tcp.Connected connected)
    {
        _hasAccepted = true;
        if (_probe?.From.Equals(connected.RemoteAddress) == true) Answer();
        else HandOver(connected);
    }

    private void HandOver(Tcp.Connected connected) =>
        Context.Parent.Tell(new ConnectionManagerProtocol.ConnectionAccepted(
            Sender, (IPEndPoint)connected.RemoteAddress, (IPEndPoint)connected.LocalAddress, _wanted.Dialect));

    private void Probe()
    {
        if (_probe is not null) return;
        _hasAccepted = false;
        _probe = AcceptProbe.TryConnect(_endPoint);
        if (_probe is not null) Timers.StartSingleTimer(nameof(ProbeTimedOut), ProbeTimedOut.Instance, ProbeTimeout);
    }

    private void Answer()
    {
        Sender.Tell(Tcp.Abort.Instance);
        DropProbe();
        Timers.Cancel(nameof(ProbeTimedOut));
        foreach (var asked in _checking) asked.Tell(Accepting.Instance);
        _checking.Clear();
    }

    // If other connections were accepted meanwhile, the probe is only queued behind them.
    private void EndProbe()
    {
        DropProbe();
        if (_hasAccepted)
        {
            Probe();
            return;
        }

        _log.Error("nobody is accepted on {0} for {1}; listening anew", _endPoint, _wanted.Dialect.Name);
        _socket.Tell(Tcp.Unbind.Instance);
    }

    private void DropProbe()
    {
        _probe?.Dispose();
        _probe = null;
    }

    private void Unbind()
    {
        Become(Closing);
        _socket.Tell(Tcp.Unbind.Instance);
    }
}
