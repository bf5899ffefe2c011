using System.Net;
using System.Net.Sockets;
using Akka.Actor;
using Akka.Configuration;
using Akka.IO;
using Akka.TestKit;
using LanChat.Protocol.Dialects.Native;
using LanChat.Server.Listening;
using LanChat.Server.Settings;

namespace LanChat.Server.Tests.Connections.Transports;

/// <summary>
/// The contract of every transport: real sockets of this machine are the clients, a probe is the
/// connection manager.
/// </summary>
public abstract class TransportContract : Spec
{
    private sealed class Done : Tcp.Event
    {
        public static readonly Done Instance = new();
    }

    private const int Large = 16 * 1024 * 1024;

    private static readonly TimeSpan ShortWait = TimeSpan.FromMilliseconds(200);

    private readonly List<Socket> _clients = [];

    private protected TransportContract()
        : base(ConfigurationFactory.ParseString("akka.io.tcp.register-timeout = 5s")) =>
            Connections = CreateTestProbe();

    private protected TestProbe Connections { get; }

    private protected static JsonDialect Dialect { get; } = new();

    private protected static ServerSettings Settings { get; } =
        TestSettings.With("listen.address=127.0.0.1", "listen.json=0", "listen.web=off", "liveness.keep-alive=60s");

    /// <summary>Starts to listen and returns the endpoint.</summary>
    private protected abstract IPEndPoint Listen();

    protected override void AfterAll()
    {
        _clients.ForEach(client => client.Dispose());
        base.AfterAll();
    }

    private Socket Connect(IPEndPoint endPoint)
    {
        var client = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp)
        {
            ReceiveTimeout = 20_000,
        };
        _clients.Add(client);
        client.Connect(endPoint);
        return client;
    }

    private (Socket Client, IActorRef Socket, TestProbe Handler) AcceptClient() => AcceptClient(Listen());

    /// <summary>
    /// Connects a client; returns it with its socket and a handler that is registered and watches
    /// the socket.
    /// </summary>
    private (Socket Client, IActorRef Socket, TestProbe Handler) AcceptClient(IPEndPoint endPoint)
    {
        var client = Connect(endPoint);
        var socket = Connections.ExpectMsg<ConnectionManagerProtocol.ConnectionAccepted>().Socket;
        var handler = CreateTestProbe();
        handler.Watch(socket);
        handler.Send(socket, new Tcp.Register(handler.Ref, keepOpenOnPeerClosed: true));
        return (client, socket, handler);
    }

    private static Tcp.Write Write(params byte[] bytes) => Tcp.Write.Create(ByteString.FromBytes(bytes), Done.Instance);

    private static byte[] Pattern(int seed, int count)
    {
        var bytes = new byte[count];
        new Random(seed).NextBytes(bytes);
        return bytes;
    }

    private static byte[] Read(Socket client, int count)
    {
        var all = new byte[count];
        for (var have = 0; have < count;)
        {
            var more = client.Receive(all.AsSpan(have));
            if (more == 0) return all[..have];
            have += more;
        }

        return all;
    }

    private static bool IsAtEnd(Socket client) => client.Receive(new byte[1]) == 0;

    private static void AssertReset(Socket client)
    {
        var reset = Assert.Throws<SocketException>(() =>
        {
            while (client.Receive(new byte[65536]) > 0)
            {
            }
        });
        Assert.Equal(SocketError.ConnectionReset, reset.SocketErrorCode);
    }

    private static byte[] NextRead(TestProbe handler, IActorRef socket)
    {
        handler.Send(socket, Tcp.ResumeReading.Instance);
        return handler.ExpectMsg<Tcp.Received>().Data.ToArray();
    }

    [Fact]
    public void An_accepted_connection_reports_both_addresses_and_the_dialect()
    {
        var endPoint = Listen();

        var client = Connect(endPoint);

        var arrived = Connections.ExpectMsg<ConnectionManagerProtocol.ConnectionAccepted>();
        Assert.Equal(client.LocalEndPoint, arrived.Remote);
        Assert.Equal(endPoint, arrived.Local);
        Assert.Same(Dialect, arrived.Dialect);
    }

    [Fact]
    public void Nothing_is_read_before_ResumeReading_and_then_one_read()
    {
        var (client, socket, handler) = AcceptClient();
        client.Send([1, 2, 3]);
        handler.ExpectNoMsg(ShortWait);

        Assert.Equal([1, 2, 3], NextRead(handler, socket));
        client.Send([4]);
        handler.ExpectNoMsg(ShortWait);
        Assert.Equal([4], NextRead(handler, socket));
    }

    [Fact]
    public void Writes_arrive_in_order_and_are_each_acknowledged()
    {
        var (client, socket, handler) = AcceptClient();

        for (byte number = 0; number < 100; number++)
        {
            handler.Send(socket, Write(number, number));
            handler.ExpectMsg<Done>();
        }

        Assert.Equal(Enumerable.Range(0, 200).Select(number => (byte)(number / 2)), Read(client, 200));
    }

    [Fact]
    public void A_write_of_many_segments_arrives_complete()
    {
        var (client, socket, handler) = AcceptClient();
        ArraySegment<byte>[] pieces = [.. Enumerable.Range(0, 500).Select(number => Pattern(number, 100))];

        handler.Send(socket, Tcp.Write.Create(ByteString.FromBytes(pieces), Done.Instance));

        handler.ExpectMsg<Done>();
        Assert.Equal(pieces.SelectMany(piece => piece), Read(client, 50_000));
    }

    [Fact]
    public void A_large_write_is_acknowledged_when_the_client_has_read_it()
    {
        var (client, socket, handler) = AcceptClient();
        var large = Pattern(1, Large);

        handler.Send(socket, Write(large));
        handler.ExpectNoMsg(ShortWait);

        Assert.Equal(large, Read(client, Large));
        handler.ExpectMsg<Done>();
    }

    [Fact]
    public void A_half_closed_client_can_be_written_to()
    {
        var (client, socket, handler) = AcceptClient();
        client.Send([1]);
        client.Shutdown(SocketShutdown.Send);
        Assert.Equal([1], NextRead(handler, socket));
        handler.Send(socket, Tcp.ResumeReading.Instance);
        handler.ExpectMsg<Tcp.PeerClosed>();

        handler.Send(socket, Write(2));
        handler.ExpectMsg<Done>();
        handler.Send(socket, Tcp.ConfirmedClose.Instance);

        Assert.Equal([2], Read(client, 1));
        Assert.True(IsAtEnd(client));
        handler.ExpectMsg<Tcp.ConfirmedClosed>();
        handler.ExpectTerminated(socket);
    }

    [Fact]
    public async Task A_confirmed_close_sends_everything_and_waits_for_the_clients_close()
    {
        var (client, socket, handler) = AcceptClient();
        var last = Pattern(2, 1024 * 1024);
        client.Send([1]);
        handler.Send(socket, Write(last));
        client.Send([2]);
        var read = Task.Run(() => Read(client, last.Length));
        handler.ExpectMsg<Done>();
        handler.Send(socket, Tcp.ConfirmedClose.Instance);

        Assert.Equal(last, await read);
        Assert.True(IsAtEnd(client));
        client.Send([3]);
        Assert.Equal([1, 2, 3], ReadAll(handler, socket, 3));
        handler.Send(socket, Tcp.ResumeReading.Instance);
        handler.ExpectNoMsg(ShortWait);

        client.Shutdown(SocketShutdown.Send);
        handler.ExpectMsg<Tcp.ConfirmedClosed>();
        handler.ExpectTerminated(socket);
    }

    private static List<byte> ReadAll(TestProbe handler, IActorRef socket, int count)
    {
        var all = new List<byte>();
        while (all.Count < count) all.AddRange(NextRead(handler, socket));
        return all;
    }

    [Fact]
    public void An_abort_resets_at_once()
    {
        var (client, socket, handler) = AcceptClient();
        handler.Send(socket, Write(Pattern(3, Large)));
        handler.Send(socket, Tcp.ResumeReading.Instance);

        handler.Send(socket, Tcp.Abort.Instance);

        AssertReset(client);
        handler.FishForMessage(message => message is Tcp.Aborted);
        handler.FishForMessage(message => message is Terminated);
    }

    [Fact]
    public void A_reset_is_reported_and_ends_the_socket()
    {
        var (client, socket, handler) = AcceptClient();
        handler.Send(socket, Tcp.ResumeReading.Instance);
        client.LingerState = new LingerOption(true, 0);

        client.Dispose();

        Assert.NotEmpty(handler.ExpectMsg<Tcp.ErrorClosed>().Cause!);
        handler.ExpectTerminated(socket);
    }

    [Fact]
    public void A_socket_ends_with_its_handler()
    {
        var (client, _, handler) = AcceptClient();

        Sys.Stop(handler.Ref);

        AssertOver(client);
    }

    // Either a reset or a close is right.
    private static void AssertOver(Socket client)
    {
        try
        {
            Assert.True(IsAtEnd(client));
        }
        catch (SocketException reset)
        {
            Assert.Equal(SocketError.ConnectionReset, reset.SocketErrorCode);
        }
    }

    [Fact]
    public void A_connection_without_a_handler_is_closed()
    {
        var client = Connect(Listen());
        Watch(Connections.ExpectMsg<ConnectionManagerProtocol.ConnectionAccepted>().Socket);

        AssertOver(client);
        ExpectMsg<Terminated>();
    }

    [Fact]
    public void Watching_an_ended_socket_is_answered()
    {
        var (_, socket, handler) = AcceptClient();
        handler.Send(socket, Tcp.Abort.Instance);
        handler.FishForMessage(message => message is Terminated);

        Watch(socket);

        ExpectTerminated(socket);
    }

    [Fact]
    public void Keep_alive_is_active_on_a_silent_connection()
    {
        if (!OperatingSystem.IsLinux()) return;
        var (client, _, _) = AcceptClient();
        var (local, remote) = ((IPEndPoint)client.RemoteEndPoint!, (IPEndPoint)client.LocalEndPoint!);

        AwaitAssert(() => Assert.StartsWith("02:", TimerOf(local.Port, remote.Port), StringComparison.Ordinal));
    }

    /// <summary>The timer of a connection in /proc/net/tcp; 02 is keep-alive.</summary>
    private static string TimerOf(int local, int remote) => File.ReadLines("/proc/net/tcp")
        .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        .Single(fields => IsPort(fields[1], local) && IsPort(fields[2], remote))[5];

    private static bool IsPort(string address, int port) => address.EndsWith($":{port:X4}", StringComparison.Ordinal);

    [Fact]
    public void A_burst_of_connections_is_accepted_completely()
    {
        const int many = 500;
        var endPoint = Listen();

        Parallel.For(0, many, new ParallelOptions { MaxDegreeOfParallelism = 8 }, _ =>
        {
            var client = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            lock (_clients) _clients.Add(client);
            client.Connect(endPoint);
        });

        var arrived = Enumerable.Range(0, many)
            .Select(_ => Connections.ExpectMsg<ConnectionManagerProtocol.ConnectionAccepted>().Remote).ToHashSet();
        Assert.Equal(_clients.Select(client => (IPEndPoint)client.LocalEndPoint!).ToHashSet(), arrived);
    }

    [Fact]
    public void Aborts_do_not_mix_bytes_of_other_connections()
    {
        const int size = 200_000;
        var endPoint = Listen();
        var all = Enumerable.Range(0, 60).Select(_ => AcceptClient(endPoint)).ToList();

        for (var number = 0; number < all.Count; number++)
        {
            all[number].Handler.Send(all[number].Socket, Write(Pattern(number, size)));
            if (number % 3 == 0) all[number].Handler.Send(all[number].Socket, Tcp.Abort.Instance);
        }

        for (var number = 0; number < all.Count; number++)
        {
            if (number % 3 == 0) continue;
            Assert.Equal(Pattern(number, size), Read(all[number].Client, size));
            all[number].Handler.ExpectMsg<Done>();
        }
    }
}
