using System.Net;
using Akka.Actor;
using Akka.Event;
using Akka.IO;
using LanChat.Server.Settings;
using LanChat.Texts;

namespace LanChat.Server.Connections;

/// <summary>Owns the listening socket of one dialect; whoever comes in is handed to the reception, its parent.</summary>
internal sealed class ListenerActor : UntypedActor
{
    /// <summary>The reception is ready: let people in. Said once; every further time would cost the listener another pending accept.</summary>
    /// <param name="AtOnce">How many connections may be accepted at once.</param>
    public sealed record Accept(int AtOnce);

    /// <summary>Give the socket back, and stop.</summary>
    public sealed record Close
    {
        public static readonly Close Instance = new();
    }

    private readonly ILoggingAdapter _log = Context.GetLogger();
    private readonly ReceptionProtocol.Door _wanted;
    private readonly ServerSettings _settings;
    private IActorRef _socket = ActorRefs.Nobody;

    public static Props Props(ReceptionProtocol.Door wanted, ServerSettings settings) =>
        Akka.Actor.Props.Create(() => new ListenerActor(wanted, settings));

    public ListenerActor(ReceptionProtocol.Door wanted, ServerSettings settings) => (_wanted, _settings) = (wanted, settings);

    protected override void PreStart() => Context.System.Tcp().Tell(new Tcp.Bind(
        Self, _wanted.EndPoint, _settings.Listen.Backlog, [new DualStack(), new KeepAlive(_settings.Liveness)], pullMode: true));

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case Tcp.Connected connected: HandOver(connected); break;
            case Tcp.Bound bound: Open((IPEndPoint)bound.LocalAddress); break;
            case Tcp.CommandFailed failed when failed.Cmd is Tcp.Bind: Fail(failed); break;
            case Accept accept: _socket.Tell(new Tcp.ResumeAccepting(accept.AtOnce)); break;
            case Close: GiveBack(); break;
            case Tcp.Unbound: Context.Stop(Self); break;
            default: Unhandled(message); break;
        }
    }

    private void HandOver(Tcp.Connected connected) => Context.Parent.Tell(new ReceptionProtocol.Arrived(
        Sender, (IPEndPoint)connected.RemoteAddress, (IPEndPoint)connected.LocalAddress, _wanted.Dialect));

    private void Open(IPEndPoint endPoint)
    {
        _socket = Sender;
        _log.Info("listening on {0} for {1}", endPoint, _wanted.Dialect.Name);
        Context.Parent.Tell(_wanted with { EndPoint = endPoint });
    }

    private void Fail(Tcp.CommandFailed failed) => Context.Parent.Tell(new ReceptionProtocol.ListeningFailed(
        _wanted, failed.Cause.HasValue ? failed.Cause.Value.Message : ServerTexts.InUseOrNotAllowed));

    private void GiveBack()
    {
        if (_socket.IsNobody()) Context.Stop(Self);
        else _socket.Tell(Tcp.Unbind.Instance);
    }
}
