using System.Net;
using System.Net.Sockets;
using Akka.Actor;

namespace Akka.IO;

/// <summary>A connection that somebody asked for.</summary>
internal sealed class TcpOutgoingConnection(TcpExt tcp, IActorRef commander, Tcp.Connect connect)
    : TcpConnection(tcp, NewSocket(connect.RemoteAddress), connect.PullMode)
{
    private SocketAsyncEventArgs? _connecting;

    protected override void PreStart()
    {
        Context.Watch(commander);
        try
        {
            foreach (var option in connect.Options)
                option.BeforeConnect(Socket);
            if (connect.LocalAddress is not null)
                Socket.Bind(connect.LocalAddress);
            _connecting = SocketCompleted.Connected.TellTo(Self);
            _connecting.RemoteEndPoint = connect.RemoteAddress;
            Context.SetReceiveTimeout(connect.Timeout);
            if (!Socket.ConnectAsync(_connecting))
                ConnectEnded();
        }
        catch (Exception cause) when (cause is SocketException or ArgumentException or NotSupportedException)
        {
            Refuse(cause);
        }
    }

    protected override bool Receive(object message)
    {
        if (_connecting is null)
            return base.Receive(message);
        switch (message)
        {
            case SocketCompleted: ConnectEnded(); break;
            case ReceiveTimeout: Refuse(new TimeoutException($"Connect timeout of {connect.Timeout} expired")); break;
            case Terminated: Context.Stop(Self); break;
            default: return false;
        }

        return true;
    }

    protected override void PostStop()
    {
        base.PostStop();
        _connecting?.Dispose();
    }

    // A name may stand for addresses of either family.
    private static Socket NewSocket(EndPoint remote) => remote is DnsEndPoint { AddressFamily: AddressFamily.Unspecified }
        ? new Socket(SocketType.Stream, ProtocolType.Tcp)
        : new Socket(remote.AddressFamily, SocketType.Stream, ProtocolType.Tcp);

    private void ConnectEnded()
    {
        Context.SetReceiveTimeout(null);
        if (_connecting!.SocketError != SocketError.Success)
        {
            Refuse(new SocketException((int)_connecting.SocketError));
            return;
        }

        _connecting.Dispose();
        _connecting = null;
        Opened(commander, connect.Options);
    }

    private void Refuse(Exception cause)
    {
        commander.Tell(connect.FailureMessage.WithCause(cause), Self);
        Context.Stop(Self);
    }
}
