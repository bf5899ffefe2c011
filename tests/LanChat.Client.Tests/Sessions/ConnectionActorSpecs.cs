using System.Net;
using System.Net.Sockets;
using System.Text;
using Akka.Actor;
using Akka.IO;
using LanChat.Client.Sessions;
using LanChat.Protocol;
using LanChat.Protocol.Dialects.Native;

namespace LanChat.Client.Tests.Sessions;

/// <summary>Connections over real sockets.</summary>
public sealed class ConnectionActorSpecs : Spec
{
    private readonly Socket _listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);

    public ConnectionActorSpecs()
    {
        _listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        _listener.Listen();
    }

    private int Port => ((IPEndPoint)_listener.LocalEndPoint!).Port;

    protected override void AfterAll()
    {
        _listener.Dispose();
        base.AfterAll();
    }

    private IActorRef Connect(string host, int? port = null, int longestFrame = 1000) =>
        Watch(
            Sys.ActorOf(ConnectionActor.Props(
                new ServerAddress(host, port ?? Port),
                longestFrame,
                System.Net.Dns.GetHostAddressesAsync,
                Sys.Tcp(),
                TestActor)));

    private (IActorRef Connection, Socket Server) Open()
    {
        var connection = Connect("127.0.0.1");
        ExpectMsg<ConnectionProtocol.Opened>();
        return (connection, _listener.Accept());
    }

    private string ExpectFailed(IActorRef connection)
    {
        var reason = ExpectMsg<ConnectionProtocol.Failed>().Reason;
        ExpectTerminated(connection);
        return reason;
    }

    private static byte[] Frame(RoomEvent said) => JsonEncoder.Rich.Encode([said])[0];

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("localhost")]
    public void A_host_is_found_by_address_and_by_name(string host)
    {
        Connect(host);

        ExpectMsg<ConnectionProtocol.Opened>();
    }

    [Fact]
    public void A_host_is_found_by_its_IPv6_address()
    {
        using var listener = new Socket(AddressFamily.InterNetworkV6, SocketType.Stream, ProtocolType.Tcp);
        listener.Bind(new IPEndPoint(IPAddress.IPv6Loopback, 0));
        listener.Listen();

        Connect("::1", ((IPEndPoint)listener.LocalEndPoint!).Port);

        ExpectMsg<ConnectionProtocol.Opened>();
    }

    [Fact]
    public void A_refused_connection_is_reported_with_its_address()
    {
        var port = Port;
        _listener.Dispose();

        Assert.Equal($"Can't connect to 127.0.0.1:{port}.", ExpectFailed(Connect("127.0.0.1", port)));
    }

    [Fact]
    public void An_unknown_host_is_reported() =>
        Assert.Contains("nowhere.invalid", ExpectFailed(Connect("nowhere.invalid")));

    [Fact]
    public void Bytes_are_written_and_acknowledged()
    {
        var (connection, server) = Open();

        connection.Tell(new ConnectionProtocol.Write("hello\n"u8.ToArray()));

        ExpectMsg<ConnectionProtocol.Written>();
        var bytes = new byte[6];
        server.ReceiveTimeout = 20_000;
        Assert.Equal("hello\n", Encoding.UTF8.GetString(bytes, 0, server.Receive(bytes)));
    }

    [Fact]
    public void Frames_are_read_in_any_chunks_and_other_data_is_skipped()
    {
        var (connection, server) = Open();
        var nothing = "what?\n{\"code\":99,\"msg\":\"\",\"data\":1}\n"u8;
        byte[] bytes = [.. Frame(new RoomEvent.Pinged(1)), .. nothing, .. Frame(new RoomEvent.NoticeShown("你好"))];
        var events = new List<RoomEvent>();

        foreach (var one in bytes)
        {
            server.Send([one]);
            events.AddRange(ExpectMsg<ConnectionProtocol.Received>().Events);
            connection.Tell(ConnectionProtocol.ResumeReading.Instance);
        }

        Assert.Equal([new RoomEvent.Pinged(1), new RoomEvent.NoticeShown("你好")], events);
    }

    [Fact]
    public void Nothing_is_read_until_reading_is_resumed()
    {
        var (connection, server) = Open();
        server.Send(Frame(new RoomEvent.Pinged(1)));
        ExpectMsg<ConnectionProtocol.Received>();

        server.Send(Frame(new RoomEvent.Pinged(2)));
        connection.Tell(new ConnectionProtocol.Write("x"u8.ToArray()));
        ExpectMsg<ConnectionProtocol.Written>();

        connection.Tell(ConnectionProtocol.ResumeReading.Instance);
        Assert.Equal([new RoomEvent.Pinged(2)], ExpectMsg<ConnectionProtocol.Received>().Events);
    }

    [Fact]
    public void A_frame_that_is_too_long_ends_the_connection()
    {
        var (connection, server) = Open();

        server.Send(new byte[2000]);
        var failed = FishForMessage(message =>
        {
            if (message is ConnectionProtocol.Received) connection.Tell(ConnectionProtocol.ResumeReading.Instance);
            return message is ConnectionProtocol.Failed;
        });

        Assert.Contains("more at once", ((ConnectionProtocol.Failed)failed).Reason);
    }

    [Fact]
    public void A_connection_closed_by_the_server_is_reported()
    {
        var (connection, server) = Open();

        server.Dispose();

        Assert.Equal("Connection lost.", ExpectFailed(connection));
    }

    [Fact]
    public void Close_ends_the_connection_without_a_reset()
    {
        var (connection, server) = Open();

        connection.Tell(ConnectionProtocol.Close.Instance);

        ExpectFailed(connection);
        server.ReceiveTimeout = 20_000;
        Assert.Equal(0, server.Receive(new byte[1]));
    }
}
