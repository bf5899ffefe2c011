using System.Net;
using System.Net.Sockets;
using Akka.Actor;
using Akka.IO;
using Akka.TestKit;

namespace Akka.Contract.Tests.IO;

/// <summary>
/// A listener on a free port of this machine, and plain sockets that play the peer.
/// </summary>
public abstract class TcpSpec(string hocon = "") : Spec(hocon)
{
    /// <summary>
    /// More than fits into the buffers between a connection and a peer that does not read.
    /// </summary>
    protected const int Plenty = 2_000_000;

    protected static readonly IPEndPoint AnyPort = new(IPAddress.Loopback, 0);

    private readonly List<Socket> _sockets = [];

    protected override void AfterAll() => _sockets.ForEach(socket => socket.Dispose());

    /// <summary>Listens; the probe is told of every connection.</summary>
    protected Listening Listen(
        bool pullMode = false, IEnumerable<Inet.SocketOption>? options = null, TcpSettings? settings = null)
    {
        var probe = CreateTestProbe();
        var bind = new Tcp.Bind(probe.Ref, AnyPort, options: options, pullMode: pullMode) { TcpSettings = settings };
        probe.Send(Sys.Tcp(), bind);
        var bound = probe.ExpectMsg<Tcp.Bound>();
        return new Listening(probe.LastSender, (IPEndPoint)bound.LocalAddress, probe);
    }

    /// <summary>
    /// A listener that accepted one peer, and the handler that is registered for it.
    /// </summary>
    protected Accepted Accept(
        bool keepOpenOnPeerClosed = false,
        bool pullMode = false,
        IEnumerable<Inet.SocketOption>? options = null,
        TcpSettings? settings = null)
    {
        var listening = Listen(pullMode, options, settings);
        var peer = Connect(listening.Address);
        var connection = listening.ExpectConnection();
        var handler = CreateTestProbe();
        handler.Send(connection, new Tcp.Register(handler.Ref, keepOpenOnPeerClosed));
        return new Accepted(connection, handler, peer);
    }

    /// <summary>A peer that does not read, and is written more than the buffers take.</summary>
    protected Accepted AcceptStuck(bool keepOpenOnPeerClosed = false)
    {
        var accepted = Accept(keepOpenOnPeerClosed, options: [new SmallSendBuffer()]);
        accepted.Write(new byte[Plenty], 0);
        return accepted;
    }

    protected Socket Connect(EndPoint address)
    {
        var socket = Patient(new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp));
        socket.ReceiveBufferSize = 10_000;
        socket.Connect(address);
        return socket;
    }

    /// <summary>A plain socket that listens, for connections the actor system makes.</summary>
    protected Socket ListenAsPeer(int backlog = 100)
    {
        var socket = Patient(new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp));
        socket.Bind(AnyPort);
        socket.Listen(backlog);
        return socket;
    }

    protected Socket AcceptAsPeer(Socket listener) => Patient(listener.Accept());

    /// <summary>Patient, but not without end.</summary>
    protected Socket Patient(Socket socket)
    {
        (socket.ReceiveTimeout, socket.SendTimeout) = (20_000, 20_000);
        _sockets.Add(socket);
        return socket;
    }

    protected sealed class Written(int number) : Tcp.Event
    {
        public int Number => number;
    }

    private sealed class SmallSendBuffer : Inet.SocketOption
    {
        public override void AfterConnect(Socket s) => s.SendBufferSize = 10_000;
    }

    protected sealed record Listening(IActorRef Listener, IPEndPoint Address, TestProbe Handler)
    {
        public IActorRef ExpectConnection()
        {
            Handler.ExpectMsg<Tcp.Connected>();
            return Handler.LastSender;
        }
    }

    protected sealed record Accepted(IActorRef Connection, TestProbe Handler, Socket Peer)
    {
        public void Tell(object message) => Handler.Send(Connection, message);

        /// <summary>Writes, and is acknowledged with the number.</summary>
        public Tcp.Write Write(byte[] bytes, int number)
        {
            var write = Tcp.Write.Create(ByteString.FromBytes(bytes), new Written(number));
            Tell(write);
            return write;
        }

        public Tcp.Write Write(string text, int number) => Write(System.Text.Encoding.UTF8.GetBytes(text), number);

        /// <summary>
        /// The first write may be done before the system knows that the peer is gone.
        /// </summary>
        public Tcp.ErrorClosed WriteUntilItFails()
        {
            Write("anyone?", 0);
            return (Tcp.ErrorClosed)Handler.FishForMessage(message =>
            {
                if (message is Written)
                    Write("anyone?", 0);
                return message is Tcp.ConnectionClosed;
            });
        }

        public void ExpectWritten(int number) => Assert.Equal(number, Handler.ExpectMsg<Written>().Number);
    }
}
