using System.Net;
using Akka.Actor;
using Akka.IO;
using Akka.TestKit;
using LanChat.Client.Sessions;

namespace LanChat.Client.Tests.Sessions;

/// <summary>A probe is the network.</summary>
public sealed class ConnectionAttemptSpecs : Spec
{
    private readonly TestProbe _tcp;

    public ConnectionAttemptSpecs() => _tcp = CreateTestProbe();

    private IActorRef Connect(string host) =>
        Watch(Sys.ActorOf(ConnectionActor.Props(new ServerAddress(host, 8001), 1000, _tcp.Ref, TestActor)));

    [Fact]
    public void Every_address_of_a_name_is_tried_in_turn()
    {
        var addresses = System.Net.Dns.GetHostAddresses("localhost");
        var connection = Connect("localhost");

        foreach (var address in addresses)
        {
            var attempt = _tcp.ExpectMsg<Tcp.Connect>();
            Assert.Equal(new IPEndPoint(address, 8001), attempt.RemoteAddress);
            Assert.True(attempt.PullMode);
            Assert.NotNull(attempt.Timeout);
            _tcp.Reply(new Tcp.CommandFailed(attempt));
        }

        Assert.Equal("Nobody answers at localhost:8001.", ExpectMsg<ConnectionProtocol.Failed>().Why);
        ExpectTerminated(connection);
    }

    [Fact]
    public void A_connection_is_registered_for_and_read_at_once()
    {
        var connection = Connect("127.0.0.1");
        _tcp.ExpectMsg<Tcp.Connect>();

        _tcp.Reply(new Tcp.Connected(new IPEndPoint(IPAddress.Loopback, 8001), new IPEndPoint(IPAddress.Loopback, 1)));

        Assert.Equal(connection, _tcp.ExpectMsg<Tcp.Register>().Handler);
        _tcp.ExpectMsg<Tcp.ResumeReading>();
        ExpectMsg<ConnectionProtocol.Opened>();
    }

    [Fact]
    public void A_connection_that_ends_without_a_word_is_lost_as_well()
    {
        var connection = Connect("127.0.0.1");
        _tcp.ExpectMsg<Tcp.Connect>();
        var socket = CreateTestProbe();
        socket.Send(connection, new Tcp.Connected(new IPEndPoint(IPAddress.Loopback, 8001), new IPEndPoint(IPAddress.Loopback, 1)));
        ExpectMsg<ConnectionProtocol.Opened>();

        Sys.Stop(socket.Ref);

        ExpectMsg<ConnectionProtocol.Failed>();
        ExpectTerminated(connection);
    }
}
