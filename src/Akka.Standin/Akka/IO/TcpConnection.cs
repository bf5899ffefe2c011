using System.Net.Sockets;
using Akka.Actor;

namespace Akka.IO;

/// <summary>
/// Owns one connected socket: what comes in goes to the registered handler, what writers send goes out. However it ends,
/// nothing is delivered after the <see cref="Tcp.ConnectionClosed"/> that says so.
/// </summary>
internal abstract partial class TcpConnection(TcpExt tcp, Socket socket, bool pullMode) : ActorBase
{
    private SocketWriter _writer = null!; // like the reader, from Opened on
    private IActorRef? _commander;
    private IActorRef? _handler;
    private bool _keepOpenOnPeerClosed;

    protected Socket Socket => socket;

    protected TcpExt Ext => tcp;

    private bool IsOpen => _commander is not null && _closing is null;

    protected override bool Receive(object message)
    {
        switch (message)
        {
            case Tcp.Write write when IsOpen: Write(write); break;
            case Tcp.CompoundWrite writes when IsOpen: Write(writes); break;
            case SocketCompleted when ReferenceEquals(message, SocketCompleted.Sent): AfterSending(_writer.Sent()); break;
            case SocketCompleted when ReferenceEquals(message, SocketCompleted.Received): TakeReads(); break;
            case Tcp.ResumeReading: ResumeReading(); break;
            case Tcp.SuspendReading: _wantsReads = false; break;
            case Tcp.Abort when _commander is not null: Finish(Tcp.Aborted.Instance, Sender); break;
            case Tcp.CloseCommand command when IsOpen: Close(command.Event, Sender); break;
            case Tcp.Register register when IsOpen && _handler is null: Register(register); break;
            case ReceiveTimeout when _handler is null: Context.Stop(Self); break;
            case Terminated: Context.Stop(Self); break;
            default: return false;
        }

        return true;
    }

    /// <summary>The socket is connected: offers it to <paramref name="commander"/>, who is to register a handler.</summary>
    protected void Opened(IActorRef commander, IEnumerable<Inet.SocketOption> options)
    {
        try
        {
            socket.Blocking = false;
            socket.NoDelay = true;
            foreach (var option in options)
                option.AfterConnect(socket);
            commander.Tell(new Tcp.Connected(socket.RemoteEndPoint!, socket.LocalEndPoint!), Self);
        }
        catch (SocketException)
        {
            // Gone before anyone heard of it.
            Context.Stop(Self);
            return;
        }

        _commander = commander;
        _reader = new SocketReader(socket, Self, tcp.BufferSize);
        _writer = new SocketWriter(socket, Self);
        Context.SetReceiveTimeout(tcp.RegisterTimeout);
    }

    private void Register(Tcp.Register register)
    {
        Context.SetReceiveTimeout(null);
        _handler = register.Handler;
        _keepOpenOnPeerClosed = register.KeepOpenOnPeerClosed;
        if (!_handler.Equals(_commander))
        {
            Context.Unwatch(_commander!);
            Context.Watch(_handler);
        }

        AfterSending(_writer.Flush());
        if (IsOpen && _wantsReads)
            Read();
    }

    private void Write(Tcp.Write write)
    {
        if (_handler is null)
            _writer.Hold(write, Sender);
        else
            AfterSending(_writer.Write(write, Sender));
    }

    private void Write(Tcp.CompoundWrite writes)
    {
        foreach (var write in writes.Cast<Tcp.Write>())
        {
            if (IsOpen)
                Write(write);
        }
    }

    private void AfterSending(SocketError error)
    {
        if (error != SocketError.Success)
            Fail(error);
        else if (_closing is not null && !_outputShut && _writer.IsIdle)
            CloseNow();
    }
}
