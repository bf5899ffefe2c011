using System.Net.Sockets;
using Akka.Actor;
using Akka.Event;

namespace Akka.IO;

/// <summary>
/// Owns one listening socket and the connections it accepts: no more at once than a batch that its handler has not answered yet, or a batch a
/// pause, if it answers none. A handler that turns connections away would otherwise be outrun, up to the last descriptor of the process.
/// </summary>
internal sealed class TcpListener(TcpExt tcp, IActorRef commander, Tcp.Bind bind) : ActorBase
{
    /// <summary>From a connection: its handler has answered, or it has ended.</summary>
    public sealed class Answered : INoSerializationVerificationNeeded, INotInfluenceReceiveTimeout, IDeadLetterSuppression
    {
        public static readonly Answered Instance = new();
    }

    private sealed record PauseIsOver(long Number) : INoSerializationVerificationNeeded;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    private readonly ILoggingAdapter _log = Context.GetLogger();
    private Socket? _socket;
    private SocketAsyncEventArgs? _accept;
    private int _batch;
    private int _unanswered;
    private long _pauses;
    private bool _isPausing;
    private bool _isAccepting;
    private bool _isShort;

    protected override SupervisorStrategy SupervisorStrategy() => Actor.SupervisorStrategy.StoppingStrategy;

    protected override void PreStart()
    {
        try
        {
            _socket = new Socket(bind.LocalAddress.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { Blocking = false };
            foreach (var option in bind.Options)
                option.BeforeServerSocketBind(_socket);
            _socket.Bind(bind.LocalAddress);
            _socket.Listen(bind.Backlog);
        }
        catch (Exception cause) when (cause is SocketException or ArgumentException or NotSupportedException)
        {
            _log.Error(cause, "Bind failed for TCP channel on endpoint [{0}]", bind.LocalAddress);
            commander.Tell(bind.FailureMessage.WithCause(cause), Self);
            Context.Stop(Self);
            return;
        }

        Context.Watch(bind.Handler);
        _accept = SocketCompleted.Accepted.TellTo(Self);
        commander.Tell(new Tcp.Bound(_socket.LocalEndPoint!), Self);
        if (!bind.PullMode)
            Accept(tcp.BatchAcceptLimit);
    }

    protected override bool Receive(object message)
    {
        switch (message)
        {
            case SocketCompleted: TakeConnections(); break;
            case Answered: Hear(); break;
            case PauseIsOver over: if (_isPausing && over.Number == _pauses) GoOnUnanswered(); break;
            case Tcp.ResumeAccepting resume: Accept(resume.BatchSize); break;
            case Tcp.Unbind: Unbind(); break;
            default: return false;
        }

        return true;
    }

    protected override void PostStop()
    {
        _socket?.Dispose();
        _accept?.Dispose();
    }

    private void Accept(int batch)
    {
        _batch = batch;
        if (_batch <= 0 || _isAccepting || _isPausing)
            return;
        _isAccepting = true;
        if (!_socket!.AcceptAsync(_accept!))
            TakeConnections();
    }

    /// <summary>Takes the connection that has come, and as many as wait behind it, until a batch waits for its handler.</summary>
    private void TakeConnections()
    {
        _isAccepting = false;
        while (TakeConnection() && _batch > 0)
        {
            if (_unanswered >= _batch)
            {
                Wait();
                return;
            }

            _isAccepting = true;
            if (_socket!.AcceptAsync(_accept!))
                return;
            _isAccepting = false;
        }
    }

    private void Wait()
    {
        _isPausing = true;
        Context.System.Scheduler.ScheduleTellOnce(Pause, Self, new PauseIsOver(++_pauses), Self);
    }

    private void Hear()
    {
        _unanswered = Math.Max(0, _unanswered - 1);
        if (_isPausing && _unanswered < _batch)
            GoOn();
    }

    private void GoOnUnanswered()
    {
        _unanswered = 0;
        GoOn();
    }

    private void GoOn()
    {
        _isPausing = false;
        Accept(_batch);
    }

    /// <summary>False: the process can take no more just now, and is going to try again.</summary>
    private bool TakeConnection()
    {
        var connection = _accept!.AcceptSocket;
        _accept.AcceptSocket = null;
        switch (_accept.SocketError)
        {
            case SocketError.Success:
                Context.ActorOf(Props.CreateRunningWhereTold(typeof(TcpIncomingConnection), tcp, connection!, bind));
                _isShort = false;
                _unanswered++;
                return true;

            case SocketError.ConnectionAborted or SocketError.ConnectionReset:
                // The peer gave up before it was accepted.
                return true;

            default:
                // Most likely too many open files: asking again at once would only keep a processor busy.
                if (!_isShort)
                    _log.Warning("Accepting no more connections on {0} for now: {1}", bind.LocalAddress, _accept.SocketError);
                _isShort = true;
                Context.System.Scheduler.ScheduleTellOnce(Pause, Self, new Tcp.ResumeAccepting(_batch), Self);
                return false;
        }
    }

    private void Unbind()
    {
        _socket!.Dispose();
        Sender.Tell(Tcp.Unbound.Instance, Self);
        Context.Stop(Self);
    }
}
