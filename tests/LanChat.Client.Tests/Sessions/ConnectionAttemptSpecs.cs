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
    public void Every_address_of_a_name_is_tried_in_turn()
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
    public void A_name_that_cannot_be_looked_up_is_told()
    {
        _addresses.SetException(new InvalidOperationException());

        ExpectFailed("Unknown host room.example.");
    }

    [Fact]
    public void A_name_that_takes_too_long_is_given_up()
    {
        Settle(_connection);
        Advance(9_999);
        Settle(_connection);
        Assert.False(HasMessages);
        Advance(1);

        ExpectFailed("Looking up room.example timed out.");
    }

    [Fact]
    public void A_name_found_in_time_is_not_given_up_later()
    {
        Resolve("127.0.0.1");
        _tcp.ExpectMsg<Tcp.Connect>();

        Advance(60_000);

        Settle(_connection);
        Assert.False(HasMessages);
    }

    [Fact]
    public void A_connection_is_registered_for_and_read_at_once()
    {
        Resolve("127.0.0.1");
        _tcp.ExpectMsg<Tcp.Connect>();

        _tcp.Reply(new Tcp.Connected(Here, Here));

        Assert.Equal(_connection, _tcp.ExpectMsg<Tcp.Register>().Handler);
        _tcp.ExpectMsg<Tcp.ResumeReading>();
        ExpectMsg<ConnectionProtocol.Opened>();
    }

    [Fact]
    public void A_connection_that_ends_without_a_word_is_lost_as_well()
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
    public void A_write_that_fails_is_a_loss()
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
