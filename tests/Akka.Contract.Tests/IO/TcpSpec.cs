using System.Net;
using System.Net.Sockets;
using Akka.Actor;
using Akka.IO;
using Akka.TestKit;

namespace Akka.Contract.Tests.IO;

/// <summary>A listener on a free port of loopback, and plain sockets as peers.</summary>
public abstract class TcpSpec(string hocon = "") : Spec(hocon)
{
    /// <summary>
    /// More bytes than the buffers between a connection and a peer that does not read can hold.
    /// </summary>
    protected const int Plenty = 2_000_000;

    protected static readonly IPEndPoint AnyPort = new(IPAddress.Loopback, 0);

    private readonly List<Socket> _sockets = [];

    protected override void AfterAll() => _sockets.ForEach(socket => socket.Dispose());

    /// <summary>Listens; the probe receives every connection.</summary>
    protected Listening Listen(
        bool pullMode = false, IEnumerable<Inet.SocketOption>? options = null, TcpSettings? settings = null)
    {
        var probe = CreateTestProbe();
        var bind = new Tcp.Bind(probe.Ref, AnyPort, options: options, pullMode: pullMode) { TcpSettings = settings };
        probe.Send(Sys.Tcp(), bind);
        var bound = probe.ExpectMsg<Tcp.Bound>();
        return new Listening(probe.LastSender, (IPEndPoint)bound.LocalAddress, probe);
    }

    /// <summary>Listens and accepts one peer, with a registered handler.</summary>
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

    /// <summary>
    /// Accepts a peer that does not read, with a pending write beyond the buffers.
    /// </summary>
    protected Accepted AcceptStuck(bool keepOpenOnPeerClosed = false)
    {
        var accepted = Accept(keepOpenOnPeerClosed, options: [new SmallSendBuffer()]);
        accepted.Write(new byte[Plenty], 0);
        return accepted;
    }

    protected Socket Connect(EndPoint address)
    {
        var socket = WithTimeouts(new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp));
        socket.ReceiveBufferSize = 10_000;
        socket.Connect(address);
        return socket;
    }

    /// <summary>A plain listening socket, for connections of the actor system.</summary>
    protected Socket ListenAsPeer(int backlog = 100)
    {
        var socket = WithTimeouts(new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp));
        socket.Bind(AnyPort);
        socket.Listen(backlog);
        return socket;
    }

    protected Socket AcceptAsPeer(Socket listener) => WithTimeouts(listener.Accept());

    /// <summary>Sets timeouts, so that no test hangs.</summary>
    protected Socket WithTimeouts(Socket socket)
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

        /// <summary>Writes bytes that are acknowledged with this number.</summary>
        public Tcp.Write Write(byte[] bytes, int number)
        {
            var write = Tcp.Write.Create(ByteString.FromBytes(bytes), new Written(number));
            Tell(write);
            return write;
        }

        public Tcp.Write Write(string text, int number) => Write(System.Text.Encoding.UTF8.GetBytes(text), number);

        /// <summary>
        /// Writes until it fails: the first write may succeed before the system has noticed the
        /// reset.
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
