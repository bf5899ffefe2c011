using System.Net;
using Akka.Actor;
using LanChat.Protocol;
using LanChat.Protocol.Dialects.Native;
using LanChat.Server.Listening;
using LanChat.Server.Network;
using LanChat.Server.Rooms;
using LanChat.Server.Sockets;

namespace LanChat.Server.Tests.Discovery;

public sealed class BroadcastActorSpecs : BroadcastSpec
{
    [Fact]
    public void An_announcement_is_to_the_letter()
    {
        Announce("0.0.0.0", To("127.255.255.255"));

        Assert.Equal("""{"name": "物联网数据平台", "ip": "127.0.0.1", "port": 8001, "members": 0}""", Listener.Receive());
    }

    [Fact]
    public void The_announced_number_of_members_is_the_last_counted()
    {
        var broadcast = Announce("0.0.0.0", To("127.255.255.255"));
        Listener.Receive();
        Room.ExpectMsg<RoomProtocol.CountMembers>();
        Room.ExpectMsg<RoomManagerProtocol.Subscribe>();

        Room.Reply(new RoomProtocol.MembersCounted(3));
        Room.Reply(new RoomProtocol.MembersCounted(4));

        Tick(broadcast, 2_000);
        Assert.Contains("\"members\": 4}", Listener.Receive());
        Tick(broadcast, 2_000);
        Assert.Contains("\"members\": 4}", Listener.Receive());
        ExpectSilence(Room, broadcast);
    }

    [Fact]
    public void The_servers_rooms_are_announced_and_one_with_a_port_of_its_own_by_itself()
    {
        var broadcast = Announce("0.0.0.0", To("127.255.255.255"));
        Listener.Receive();
        Room.ExpectMsg<RoomProtocol.CountMembers>();

        Room.Reply(new RoomManagerProtocol.RoomsChanged(
        [
            new RoomSummary("OURS", "Ours", 1, 0) { IsLobby = true },
            new RoomSummary("厨房", "厨房", 3, 7) { Port = 8011 },
        ]));
        Tick(broadcast, 2_000);
        Assert.Contains("\"rooms\": [[\"厨房\", 3]]}", Listener.Receive());
        Assert.False(Listener.HasMore, "nobody can connect to the room's port yet");

        broadcast.Tell(new ConnectionManagerProtocol.RoomPortsBound(new HashSet<int> { 8011 }));
        Tick(broadcast, 2_000);

        string[] first = [Listener.Receive(), Listener.Receive()];
        Tick(broadcast, 2_000);
        string[] second = [Listener.Receive(), Listener.Receive()];

        const string own = """{"name": "厨房", "ip": "127.0.0.1", "port": 8011, "members": 3}""";
        Assert.Contains(own, first);
        Assert.Contains("\"rooms\": [[\"厨房\", 3]]}", first.Single(datagram => datagram != own));
        Assert.Equal(first.Order(), second.Order());
    }

    [Fact]
    public void Nothing_is_announced_before_the_port_is_known_or_when_there_is_none()
    {
        var broadcast = Start(To("127.255.255.255"));
        Tick(broadcast, 10_000);

        Tcp.Reply(new ConnectionManagerProtocol.ListeningFailed(
            new DialectEndpoint(new JsonDialect(), new IPEndPoint(IPAddress.Any, 8001)), "in use"));
        Tick(broadcast, 10_000);

        Assert.False(Listener.HasMore);
    }

    [Fact]
    public void The_first_announcement_is_sent_at_once_and_one_more_in_every_interval()
    {
        var broadcast = Announce("0.0.0.0", [.. To("127.255.255.255"), "lanchat.discovery.interval=3s"]);
        Listener.Receive();

        for (var i = 0; i < 3; i++)
        {
            Tick(broadcast, 2_999);
            Assert.False(Listener.HasMore);
            Tick(broadcast, 1);
            Listener.Receive();
        }
    }

    [Fact]
    public void A_loopback_listener_is_announced_on_loopback_by_its_address()
    {
        Announce("127.0.0.3");

        Assert.Contains("\"ip\": \"127.0.0.3\"", Listener.Receive());
    }

    [Fact]
    public void A_failing_target_does_not_affect_the_others()
    {
        Own = [Loopback, new InterfaceAddress(IPAddress.Parse("203.0.113.2"), 24)];
        var broadcast = Announce("0.0.0.0", To("203.0.113.255", "127.255.255.255"));

        for (var i = 0; i < 5; i++)
        {
            Listener.Receive();
            Tick(broadcast, 2_000);
        }
    }
}
