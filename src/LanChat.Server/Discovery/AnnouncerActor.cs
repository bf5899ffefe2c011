using System.Net;
using Akka.Actor;
using Akka.Event;
using Akka.IO;

namespace LanChat.Server.Discovery;

/// <summary>
/// Owns the UDP socket that announces to one target. Logs once when sending fails and once when it
/// works again; the next announcement replaces a failed socket.
/// </summary>
internal sealed class AnnouncerActor : UntypedActor
{
    /// <summary>Sends a datagram.</summary>
    public sealed record Announce(byte[] Datagram);

    private sealed class Sent : Udp.Event
    {
        public static readonly Sent Instance = new();
    }

    private sealed record SocketGone(IActorRef Socket);

    private readonly ILoggingAdapter _log = Context.GetLogger();
    private readonly AnnouncementTarget _target;
    private readonly IPEndPoint _endPoint;
    private ByteString _datagram = ByteString.Empty;
    private IActorRef _socket = ActorRefs.Nobody;
    private bool _awaitsOutcome;
    private bool _isFailing;

    public static Props Props(AnnouncementTarget target, int port) =>
        Akka.Actor.Props.Create(() => new AnnouncerActor(target, port));

    public AnnouncerActor(AnnouncementTarget target, int port) =>
        (_target, _endPoint) = (target, new IPEndPoint(target.Address, port));

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case Announce announce: Send(announce.Datagram); break;
            case Sent when Sender.Equals(_socket): Succeed(); break;
            case Udp.Bound: Use(Sender); break;
            case Udp.CommandFailed: Fail(); break;
            case SocketGone gone when gone.Socket.Equals(_socket): Fail(); break;
            case Sent or SocketGone or Udp.Unbound or Udp.Received: break;
            default: Unhandled(message); break;
        }
    }

    // Unbinds explicitly: the socket's actor reports the death of its handler as a failure.
    protected override void PostStop() => _socket.Tell(Udp.Unbind.Instance);

    private void Send(byte[] datagram)
    {
        _datagram = ByteString.FromBytes(datagram);
        if (_awaitsOutcome) Fail();
        _awaitsOutcome = true;
        if (_socket.IsNobody()) Bind();
        else _socket.Tell(new Udp.Send(_datagram, _endPoint, Sent.Instance));
    }

    private void Bind()
    {
        var own = new IPEndPoint(_target.Own, 0);
        Context.System.Udp().Tell(new Udp.Bind(Self, own, [new Udp.SO.Broadcast(true)]));
    }

    private void Use(IActorRef socket)
    {
        if (socket.Equals(_socket))
        {
            // The socket's actor failed and was restarted; an immediate retry would loop.
            Fail();
            return;
        }

        if (!_socket.IsNobody()) _socket.Tell(Udp.Unbind.Instance);
        Context.WatchWith(socket, new SocketGone(socket));
        _socket = socket;
        if (_awaitsOutcome) socket.Tell(new Udp.Send(_datagram, _endPoint, Sent.Instance));
    }

    private void Succeed()
    {
        _awaitsOutcome = false;
        if (_isFailing) _log.Info("announcing to {0} works again", _endPoint);
        _isFailing = false;
    }

    private void Fail()
    {
        if (!_isFailing) _log.Warning("announcing to {0} from {1} does not work for now", _endPoint, _target.Own);
        _isFailing = true;
        _awaitsOutcome = false;
        if (_socket.IsNobody()) return;
        _socket.Tell(Udp.Unbind.Instance);
        _socket = ActorRefs.Nobody;
    }
}
