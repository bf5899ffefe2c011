using System.Net;
using System.Net.Sockets;
using LanChat.Protocol;
using LanChat.Server.Listening;
using LanChat.Server.Rooms;

namespace LanChat.Server.Tests.Connections;

public sealed class ListenerActorSpecs : ListenerSpec
{
    [Fact]
    public void Subscribers_are_told_the_endpoints_before_and_after_binding()
    {
        Start();
        var (early, late) = (CreateTestProbe(), CreateTestProbe());

        early.Send(Listener, ConnectionManagerProtocol.Subscribe.Instance);
        var listening = early.ExpectMsg<ConnectionManagerProtocol.Listening>();
        late.Send(Listener, ConnectionManagerProtocol.Subscribe.Instance);

        Assert.Equal(IPAddress.Loopback, listening.Endpoints[0].EndPoint.Address);
        Assert.NotEqual(0, listening.Endpoints[0].EndPoint.Port);
        Assert.Equal(listening, late.ExpectMsg<ConnectionManagerProtocol.Listening>());
    }

    [Fact]
    public void The_room_is_told_its_address()
    {
        Start();

        var open = Room.ExpectMsg<RoomProtocol.Open>();

        Listener.Tell(ConnectionManagerProtocol.Subscribe.Instance, TestActor);
        Assert.Equal(
            PeerAddress.Of(ExpectMsg<ConnectionManagerProtocol.Listening>().Endpoints[0].EndPoint), open.Address);
    }

    [Fact]
    public void A_port_in_use_is_reported_with_the_reason()
    {
        using var occupant = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        occupant.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        occupant.Listen();
        var taken = (IPEndPoint)occupant.LocalEndPoint!;

        Start($"listen.json={taken.Port}");
        Listener.Tell(ConnectionManagerProtocol.Subscribe.Instance, TestActor);

        var failed = ExpectMsg<ConnectionManagerProtocol.ListeningFailed>();
        Assert.Equal(taken, failed.Endpoint.EndPoint);
        Assert.Contains("in use", failed.Reason);
        Listener.Tell(ConnectionManagerProtocol.Subscribe.Instance, TestActor);
        Assert.Equal(failed, ExpectMsg<ConnectionManagerProtocol.ListeningFailed>());
        ExpectSilence(Room, Listener);
    }

    [Fact]
    public void Every_client_gets_its_own_connection()
    {
        var endPoint = Listen();
        var (ann, ben) = (Connect(endPoint), Connect(endPoint));

        Send(ann, "Ann\n");
        var first = Room.ExpectMsg<RoomProtocol.Join>();
        var connection = Room.LastSender;
        Send(ben, "Ben\n");
        var second = Room.ExpectMsg<RoomProtocol.Join>();

        Assert.Equal(("Ann", "Ben"), (first.Nick.Text, second.Nick.Text));
        Assert.Equal(PeerAddress.Of((IPEndPoint)ann.LocalEndPoint!), first.Address);
        Assert.Equal(PeerAddress.Of((IPEndPoint)ben.LocalEndPoint!), second.Address);
        Assert.NotEqual(connection, Room.LastSender);
    }

    [Fact]
    public void Connections_are_accepted_while_listening()
    {
        const int many = 300;
        var endPoint = Listen();

        for (var i = 0; i < many; i++) Send(Connect(endPoint), $"member {i}\n");

        var names = Enumerable.Range(0, many).Select(_ => Room.ExpectMsg<RoomProtocol.Join>().Nick.Text);
        Assert.Equal(Enumerable.Range(0, many).Select(i => $"member {i}").Order(), names.Order());
    }

    [Fact]
    public void Listening_on_all_IPv6_addresses_includes_IPv4()
    {
        var endPoint = Listen("listen.address=::");

        Send(Connect(new IPEndPoint(IPAddress.Loopback, endPoint.Port)), "Ann\n");
        Assert.Equal("127.0.0.1", Room.ExpectMsg<RoomProtocol.Join>().Address.Ip);

        Send(Connect(new IPEndPoint(IPAddress.IPv6Loopback, endPoint.Port)), "Ben\n");
        Assert.Equal("::1", Room.ExpectMsg<RoomProtocol.Join>().Address.Ip);
    }

    [Fact]
    public void A_connection_that_fails_is_closed_and_does_not_affect_others()
    {
        var endPoint = Listen(new FragileDialect());
        var (ann, ben) = (Connect(endPoint), Connect(endPoint));

        Send(ben, "break");
        Assert.Throws<SocketException>(() => ReadToEnd(ben));

        Send(ann, "Ann\n");
        Assert.Equal("Ann", Room.ExpectMsg<RoomProtocol.Join>().Nick.Text);
        ExpectSilence(Room, Listener);
    }
}
