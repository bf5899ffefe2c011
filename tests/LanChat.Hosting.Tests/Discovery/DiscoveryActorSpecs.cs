using System.Net;
using Akka.Actor;
using Akka.IO;
using Akka.TestKit;
using LanChat.Settings;

namespace LanChat.Discovery.Tests;

public sealed class DiscoveryActorSpecs : VirtualTimeSpec
{
    private static readonly IPEndPoint Here = new(IPAddress.Any, 8000);
    private static readonly IPEndPoint Source = new(IPAddress.Parse("10.0.0.7"), 4567);

    private readonly TestProbe _udp;
    private readonly IActorRef _discovery;

    public DiscoveryActorSpecs()
    {
        _udp = CreateTestProbe();
        _discovery = Sys.ActorOf(
            DiscoveryActor.Props(new DiscoverySettings(8000, TimeSpan.FromSeconds(2), []), 10, _udp.Ref, TestActor));
    }

    private void Bind()
    {
        _udp.ExpectMsg<Udp.Bind>();
        _udp.Reply(new Udp.Bound(Here));
        Assert.Empty(ExpectRooms());
    }

    private void Receive(string datagram) =>
        _udp.Send(_discovery, new Udp.Received(ByteString.FromString(datagram), Source));

    private void Announce(string name, string ip = "10.0.0.1") =>
        Receive($$"""{"name": "{{name}}", "ip": "{{ip}}", "port": 8001}""");

    private IEnumerable<string> ExpectRooms() =>
        ExpectMsg<DiscoveryProtocol.RoomsChanged>().Rooms.Select(room => $"{room.Number} {room.Name} {room.Address}");

    private double ExpectSilence() =>
        Assert.Single(ExpectMsg<DiscoveryProtocol.RoomsChanged>().Rooms).Silence.TotalSeconds;

    private void ExpectNothing()
    {
        Settle(_discovery);
        Assert.False(HasMessages);
    }

    [Fact]
    public void The_port_of_the_settings_is_bound_and_shared()
    {
        var bind = _udp.ExpectMsg<Udp.Bind>();

        Assert.Equal(Here, bind.LocalAddress);
        Assert.IsType<Inet.SO.ReuseAddress>(Assert.Single(bind.Options));
    }

    [Fact]
    public void The_listener_is_notified_only_when_the_list_changes()
    {
        Bind();

        Announce("Ours");
        Assert.Equal(["1 Ours 10.0.0.1:8001"], ExpectRooms());
        Announce("Ours");
        ExpectNothing();
        Announce("Yours");
        Assert.Equal(["1 Yours 10.0.0.1:8001"], ExpectRooms());
    }

    [Fact]
    public void An_invalid_address_is_replaced_by_the_source_of_the_datagram()
    {
        Bind();

        Announce("Ours", "0.0.0.0");

        Assert.Equal(["1 Ours 10.0.0.7:8001"], ExpectRooms());
    }

    [Theory]
    [InlineData("")]
    [InlineData("hello")]
    [InlineData("{}")]
    [InlineData("""{"name": "", "ip": "10.0.0.1", "port": 8001}""")]
    public void Invalid_datagrams_are_ignored(string datagram)
    {
        Bind();

        Receive(datagram);

        ExpectNothing();
    }

    [Fact]
    public void A_room_whose_announcement_is_overdue_is_no_longer_fresh()
    {
        Bind();
        Announce("Ours");
        Assert.True(Assert.Single(ExpectMsg<DiscoveryProtocol.RoomsChanged>().Rooms).IsFresh);
        Settle(_discovery);

        Advance(2_999);
        ExpectNothing();
        Advance(1);

        Assert.Equal(3, ExpectSilence());
        Settle(_discovery);
        Advance(1_000);
        Assert.Equal(4, ExpectSilence());
        Announce("Ours");
        Assert.Equal(0, ExpectSilence());
        Settle(_discovery);
        Advance(2_999);
        ExpectNothing();
    }

    [Fact]
    public void A_room_is_removed_after_three_silent_intervals()
    {
        Bind();
        Announce("Ours");
        ExpectRooms();
        Settle(_discovery);

        Advance(5_999);
        Assert.Single(ExpectRooms());
        ExpectNothing();
        Advance(1);

        Assert.Empty(ExpectRooms());
    }

    [Fact]
    public void Each_announcement_restarts_the_timers()
    {
        Bind();
        Announce("Ours");
        ExpectRooms();
        Settle(_discovery);

        Advance(2_500);
        Announce("Ours");
        ExpectNothing();
        Advance(2_999);
        ExpectNothing();
        Advance(3_000);
        Assert.Single(ExpectRooms());
        ExpectNothing();
        Advance(1);

        Assert.Empty(ExpectRooms());
    }

    [Fact]
    public void A_port_that_cannot_be_listened_on_is_reported_once_and_retried()
    {
        for (var attempt = 0; attempt < 3; attempt++)
        {
            var bind = _udp.ExpectMsg<Udp.Bind>();
            _udp.Reply(new Udp.CommandFailed(bind));
            if (attempt == 0) Assert.Equal(8000, ExpectMsg<DiscoveryProtocol.ListenFailed>().Port);
            ExpectNothing();
            Advance(5_000);
        }

        Bind();
    }

    [Fact]
    public void A_failed_socket_is_replaced()
    {
        _udp.ExpectMsg<Udp.Bind>();
        var socket = CreateTestProbe();
        socket.Send(_discovery, new Udp.Bound(Here));
        ExpectRooms();
        Settle(_discovery);

        Sys.Stop(socket.Ref);
        ExpectMsg<DiscoveryProtocol.ListenFailed>();
        Settle(_discovery);
        Advance(5_000);

        Bind();
    }

    [Fact]
    public void The_port_is_free_again_when_it_stops()
    {
        Bind();

        Sys.Stop(_discovery);

        _udp.ExpectMsg<Udp.Unbind>();
    }
}
