using System.Net;
using System.Net.Sockets;
using Akka.Actor;
using Akka.IO;
using Akka.TestKit;

namespace Akka.Contract.Tests.IO;

/// <summary>A listener on a free port of this machine, and plain sockets that play the peer.</summary>
public abstract class TcpSpec(string hocon = "") : Spec(hocon)
{
    protected static readonly IPEndPoint AnyPort = new(IPAddress.Loopback, 0);

    private readonly List<Socket> _sockets = [];

    protected override void AfterAll() => _sockets.ForEach(socket => socket.Dispose());

    /// <summary>Listens; the probe is told of every connection.</summary>
    protected Listening Listen(bool pullMode = false, IEnumerable<Inet.SocketOption>? options = null)
    {
        var probe = CreateTestProbe();
        probe.Send(Sys.Tcp(), new Tcp.Bind(probe.Ref, AnyPort, options: options, pullMode: pullMode));
        var bound = probe.ExpectMsg<Tcp.Bound>();
        return new Listening(probe.LastSender, (IPEndPoint)bound.LocalAddress, probe);
    }

    /// <summary>A listener that accepted one peer, and the handler that is registered for it.</summary>
    protected Accepted Accept(bool keepOpenOnPeerClosed = false, IEnumerable<Inet.SocketOption>? options = null)
    {
        var listening = Listen(options: options);
        var peer = Connect(listening.Address);
        listening.Handler.ExpectMsg<Tcp.Connected>();
        var handler = CreateTestProbe();
        var connection = listening.Handler.LastSender;
        handler.Send(connection, new Tcp.Register(handler.Ref, keepOpenOnPeerClosed));
        return new Accepted(connection, handler, peer);
    }

    protected Socket Connect(EndPoint address)
    {
        var socket = Patient(new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp));
        socket.Connect(address);
        return socket;
    }

    /// <summary>A plain socket that listens, for connections the actor system makes.</summary>
    protected Socket ListenAsPeer()
    {
        var socket = Patient(new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp));
        socket.Bind(AnyPort);
        socket.Listen();
        return socket;
    }

    protected Socket AcceptAsPeer(Socket listener) => Patient(listener.Accept());

    /// <summary>Patient, but not without end.</summary>
    private Socket Patient(Socket socket)
    {
        (socket.ReceiveTimeout, socket.SendTimeout) = (20_000, 20_000);
        _sockets.Add(socket);
        return socket;
    }

    protected sealed record Listening(IActorRef Listener, IPEndPoint Address, TestProbe Handler);

    protected sealed record Accepted(IActorRef Connection, TestProbe Handler, Socket Peer);
}
