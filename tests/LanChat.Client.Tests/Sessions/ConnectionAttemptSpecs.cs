using System.Net;
using Akka.Actor;
using Akka.IO;
using Akka.TestKit;
using LanChat.Client.Sessions;

namespace LanChat.Client.Tests.Sessions;

/// <summary>
/// Connection attempts over a fake network: a probe as the Tcp manager, and name resolution by the
/// test.
/// </summary>
public sealed class ConnectionAttemptSpecs : VirtualTimeSpec
{
    private static readonly IPEndPoint Here = new(IPAddress.Loopback, 1);
    private readonly TaskCompletionSource<IPAddress[]> _addresses = new(
        TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TestProbe _tcp;
    private readonly IActorRef _connection;

    public ConnectionAttemptSpecs()
    {
        _tcp = CreateTestProbe();
        var server = new ServerAddress("room.example", 8001);
        _connection = Watch(
            Sys.ActorOf(ConnectionActor.Props(server, 1000, _ => _addresses.Task, _tcp.Ref, TestActor)));
    }

    private void Resolve(params string[] addresses) => _addresses.SetResult([.. addresses.Select(IPAddress.Parse)]);

    private void ExpectFailed(string reason)
    {
        Assert.Equal(reason, ExpectMsg<ConnectionProtocol.Failed>().Reason);
        ExpectTerminated(_connection);
    }

    [Fact]
    public void Every_address_of_a_host_is_tried_in_turn()
    {
        Resolve("::1", "127.0.0.1");

        foreach (var address in new[] { "::1", "127.0.0.1" })
        {
            var attempt = _tcp.ExpectMsg<Tcp.Connect>();
            Assert.Equal(new IPEndPoint(IPAddress.Parse(address), 8001), attempt.RemoteAddress);
            Assert.True(attempt.PullMode);
            Assert.NotNull(attempt.Timeout);
            Assert.IsType<KeepAlive>(Assert.Single(attempt.Options));
            _tcp.Reply(new Tcp.CommandFailed(attempt));
        }

        ExpectFailed("Can't connect to room.example:8001.");
    }

    [Fact]
    public void A_failed_lookup_is_reported()
    {
        _addresses.SetException(new InvalidOperationException());

        ExpectFailed("Unknown host room.example.");
    }

    [Fact]
    public void A_lookup_that_takes_too_long_times_out()
    {
        Settle(_connection);
        Advance(9_999);
        Settle(_connection);
        Assert.False(HasMessages);
        Advance(1);

        ExpectFailed("Looking up room.example timed out.");
    }

    [Fact]
    public void The_lookup_timeout_is_cancelled_once_the_host_is_found()
    {
        Resolve("127.0.0.1");
        _tcp.ExpectMsg<Tcp.Connect>();

        Advance(60_000);

        Settle(_connection);
        Assert.False(HasMessages);
    }

    [Fact]
    public void A_connection_is_registered_and_read_at_once()
    {
        Resolve("127.0.0.1");
        _tcp.ExpectMsg<Tcp.Connect>();

        _tcp.Reply(new Tcp.Connected(Here, Here));

        Assert.Equal(_connection, _tcp.ExpectMsg<Tcp.Register>().Handler);
        _tcp.ExpectMsg<Tcp.ResumeReading>();
        ExpectMsg<ConnectionProtocol.Opened>();
    }

    [Fact]
    public void A_connection_actor_that_stops_is_a_lost_connection()
    {
        Resolve("127.0.0.1");
        _tcp.ExpectMsg<Tcp.Connect>();
        var socket = CreateTestProbe();
        socket.Send(_connection, new Tcp.Connected(Here, Here));
        ExpectMsg<ConnectionProtocol.Opened>();

        Sys.Stop(socket.Ref);

        ExpectFailed("Connection lost.");
    }

    [Fact]
    public void A_failed_write_is_a_lost_connection()
    {
        Resolve("127.0.0.1");
        _tcp.ExpectMsg<Tcp.Connect>();
        _tcp.Reply(new Tcp.Connected(Here, Here));
        ExpectMsg<ConnectionProtocol.Opened>();

        _connection.Tell(new ConnectionProtocol.Write([1]));
        var write = _tcp.FishForMessage<Tcp.Write>(_ => true);
        _tcp.Reply(new Tcp.CommandFailed(write));

        ExpectFailed("Connection lost.");
    }
}
