using System.Net;
using Akka.Actor;
using Akka.Event;
using Akka.IO;
using LanChat.Protocol;
using LanChat.Protocol.Dialects;
using LanChat.Server.Discovery;
using LanChat.Server.Rooms;
using LanChat.Server.Settings;

namespace LanChat.Server.Connections;

/// <summary>Owns a listening socket, its connections, and how many of them each address has.</summary>
internal sealed class ListenerActor : UntypedActor
{
    // How many connections may be accepted at once. Asking once is enough; every further time costs the listener another pending accept.
    private const int AcceptedAtOnce = 256;

    private sealed record Ended(IPAddress Address);

    private readonly ILoggingAdapter _log = Context.GetLogger();
    private readonly Dictionary<IPAddress, int> _connections = [];
    private readonly List<IActorRef> _subscribers = [];
    private readonly IActorRef _room;
    private readonly IDialect _dialect;
    private readonly ServerSettings _settings;
    private readonly TimeProvider _clock;
    private readonly IPEndPoint _wanted;
    private IActorRef _socket = ActorRefs.Nobody;
    private object? _outcome;

    public static Props Props(IActorRef room, IDialect dialect, ServerSettings settings, TimeProvider clock) =>
        Akka.Actor.Props.Create(() => new ListenerActor(room, dialect, settings, clock));

    public ListenerActor(IActorRef room, IDialect dialect, ServerSettings settings, TimeProvider clock)
    {
        (_room, _dialect, _settings, _clock) = (room, dialect, settings, clock);
        _wanted = new IPEndPoint(settings.Listen.Address, settings.Listen.Json);
    }

    // A connection that fails is stopped and never restarted: its socket is gone with it.
    protected override SupervisorStrategy SupervisorStrategy() => Akka.Actor.SupervisorStrategy.StoppingStrategy;

    protected override void PreStart() => Context.System.Tcp().Tell(new Tcp.Bind(
        Self, _wanted, _settings.Listen.Backlog, [new DualStack(), new KeepAlive(_settings.Liveness)], pullMode: true));

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case Tcp.Connected connected: Accept(connected); break;
            case Ended ended: Forget(ended.Address); break;
            case ListenerProtocol.Subscribe: Subscribe(); break;
            case Tcp.Bound bound: Open((IPEndPoint)bound.LocalAddress); break;
            case Tcp.CommandFailed failed: Fail(failed); break;
            case ListenerProtocol.Drain drain: Drain(drain.Reason); break;
            default: Unhandled(message); break;
        }
    }

    private void Draining(object message)
    {
        switch (message)
        {
            case Ended ended: Forget(ended.Address); EndWhenEmpty(); break;
            case Tcp.Connected: Sender.Tell(Tcp.Abort.Instance); break;
            case Tcp.Unbound: Context.Stop(Self); break;
            case ListenerProtocol.Drain: break;
            default: Unhandled(message); break;
        }
    }

    private void Open(IPEndPoint endPoint)
    {
        _socket = Sender;
        _room.Tell(new RoomProtocol.Open(OwnAddresses.Of(endPoint)));
        _log.Info("listening on {0} for {1}", endPoint, _dialect.Name);
        Settle(new ListenerProtocol.Listening(endPoint));
        _socket.Tell(new Tcp.ResumeAccepting(AcceptedAtOnce));
    }

    private void Fail(Tcp.CommandFailed failed)
    {
        if (failed.Cmd is not Tcp.Bind) return;
        Settle(new ListenerProtocol.ListeningFailed(_wanted, failed.Cause.HasValue ? failed.Cause.Value.Message : "it is in use or not allowed"));
    }

    private void Settle(object outcome)
    {
        _outcome = outcome;
        foreach (var subscriber in _subscribers) subscriber.Tell(outcome);
        _subscribers.Clear();
    }

    private void Subscribe()
    {
        if (_outcome is null) _subscribers.Add(Sender);
        else Sender.Tell(_outcome);
    }

    private void Accept(Tcp.Connected connected)
    {
        var (remote, local) = ((IPEndPoint)connected.RemoteAddress, (IPEndPoint)connected.LocalAddress);
        var address = remote.Address.IsIPv4MappedToIPv6 ? remote.Address.MapToIPv4() : remote.Address;
        var count = _connections[address] = _connections.GetValueOrDefault(address) + 1;
        var refused = IsTooMany(count, address) ? Refusal.TooManyConnections : null;
        var client = new ConnectionProtocol.Accepted(Sender, remote, local, refused);
        var connection = Context.ActorOf(ConnectionActor.Props(client, _room, _dialect, _settings, _clock));
        Context.WatchWith(connection, new Ended(address));
    }

    private bool IsTooMany(int count, IPAddress address) =>
        _settings.Limits.ConnectionsPerAddress is > 0 and var most && count > most && !IPAddress.IsLoopback(address);

    private void Forget(IPAddress address)
    {
        if (--_connections[address] == 0) _connections.Remove(address);
    }

    private void Drain(Refusal reason)
    {
        Become(Draining);
        foreach (var connection in Context.GetChildren()) connection.Tell(new ConnectionProtocol.Dismiss(reason));
        EndWhenEmpty();
    }

    /// <summary>Only now: the end of a listening socket is the end of every connection it accepted, goodbye or not.</summary>
    private void EndWhenEmpty()
    {
        if (_connections.Count > 0) return;
        if (_socket.IsNobody()) Context.Stop(Self);
        else _socket.Tell(Tcp.Unbind.Instance);
    }
}
