using System.Net;
using System.Net.Sockets;
using Akka.Actor;
using Akka.Event;
using Akka.TestKit;
using LanChat.Server.Connections;
using LanChat.Server.Discovery;

namespace LanChat.Server.Tests.Discovery;

public sealed class BroadcastActorSpecs : VirtualTimeSpec
{
    private static readonly InterfaceAddress Loopback = new(IPAddress.Loopback, 8);

    private readonly Listener _listener = new();
    private readonly TestProbe _tcp;
    private volatile IReadOnlyList<InterfaceAddress> _own = [Loopback];

    public BroadcastActorSpecs() => _tcp = CreateTestProbe();

    protected override void AfterAll()
    {
        base.AfterAll();
        _listener.Dispose();
    }

    private IActorRef Announce(string listen, params string[] settings)
    {
        var broadcast = Start(settings);
        _tcp.Reply(new ListenerProtocol.Listening(new IPEndPoint(IPAddress.Parse(listen), 8001)));
        Tick(broadcast, 0);
        return broadcast;
    }

    private IActorRef Start(params string[] settings)
    {
        string[] all = ["lanchat.server.room.name=物联网数据平台", $"lanchat.discovery.port={_listener.Port}", .. settings];
        var broadcast = Sys.ActorOf(BroadcastActor.Props(TestSettings.Of(all), _tcp.Ref, () => _own));
        _tcp.ExpectMsg<ListenerProtocol.Subscribe>();
        return broadcast;
    }

    private void Tick(IActorRef broadcast, int milliseconds)
    {
        Settle(broadcast);
        Advance(milliseconds);
        Settle(broadcast);
    }

    private static string[] To(params string[] targets) => [$"lanchat.discovery.targets=[{string.Join(',', targets.Select(target => $"\"{target}\""))}]"];

    [Fact]
    public void An_announcement_is_to_the_letter()
    {
        Announce("0.0.0.0", To("127.255.255.255"));

        Assert.Equal("""{"name": "物联网数据平台", "ip": "127.0.0.1", "port": 8001}""", _listener.Hear());
    }

    [Fact]
    public void Nothing_is_announced_before_the_port_is_known_or_when_there_is_none()
    {
        var broadcast = Start(To("127.255.255.255"));
        Tick(broadcast, 10_000);

        _tcp.Reply(new ListenerProtocol.ListeningFailed(new IPEndPoint(IPAddress.Any, 8001), "in use"));
        Tick(broadcast, 10_000);

        Assert.False(_listener.HasMore);
    }

    [Fact]
    public void The_first_announcement_goes_out_at_once_and_one_more_in_every_interval()
    {
        var broadcast = Announce("0.0.0.0", [.. To("127.255.255.255"), "lanchat.discovery.interval=3s"]);
        _listener.Hear();

        for (var i = 0; i < 3; i++)
        {
            Tick(broadcast, 2_999);
            Assert.False(_listener.HasMore);
            Tick(broadcast, 1);
            _listener.Hear();
        }
    }

    [Fact]
    public void Who_listens_on_loopback_is_announced_there_by_that_address()
    {
        Announce("127.0.0.3");

        Assert.Contains("\"ip\": \"127.0.0.3\"", _listener.Hear());
    }

    [Fact]
    public void A_network_that_comes_up_is_announced_in_at_the_next_tick()
    {
        _own = [];
        var broadcast = Announce("0.0.0.0", To("127.255.255.255"));
        Tick(broadcast, 2_000);
        Assert.False(_listener.HasMore);

        _own = [Loopback];
        Tick(broadcast, 2_000);

        Assert.Contains("\"ip\": \"127.0.0.1\"", _listener.Hear());
    }

    [Fact]
    public void An_address_that_changes_is_announced_by_the_new_one_only()
    {
        var broadcast = Announce("0.0.0.0", To("127.255.255.255"));
        Assert.Contains("\"ip\": \"127.0.0.1\"", _listener.Hear());

        _own = [new InterfaceAddress(IPAddress.Parse("127.0.0.2"), 8)];

        for (var i = 0; i < 3; i++)
        {
            Tick(broadcast, 2_000);
            var (text, source) = _listener.HearFrom();
            Assert.Contains("\"ip\": \"127.0.0.2\"", text);
            Assert.Equal("127.0.0.2", source.Address.ToString());
        }

        Assert.False(_listener.HasMore);
    }

    [Fact]
    public void A_network_that_goes_down_is_announced_in_no_more_and_again_when_it_is_back()
    {
        var broadcast = Announce("0.0.0.0", To("127.255.255.255"));
        _listener.Hear();

        _own = [];
        Tick(broadcast, 2_000);
        Assert.False(_listener.HasMore);

        _own = [Loopback];
        Tick(broadcast, 2_000);
        _listener.Hear();
    }

    [Fact]
    public void The_socket_of_a_network_that_went_down_is_given_back()
    {
        var broadcast = Announce("0.0.0.0", To("127.255.255.255"));
        var (_, source) = _listener.HearFrom();

        _own = [];
        Tick(broadcast, 2_000);

        AwaitAssert(() =>
        {
            using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
            socket.Bind(source);
        });
    }

    [Fact]
    public void A_target_that_fails_costs_the_others_nothing()
    {
        _own = [Loopback, new InterfaceAddress(IPAddress.Parse("203.0.113.2"), 24)];
        var broadcast = Announce("0.0.0.0", To("203.0.113.255", "127.255.255.255"));

        for (var i = 0; i < 5; i++)
        {
            _listener.Hear();
            Tick(broadcast, 2_000);
        }
    }

    [Fact]
    public void That_there_is_nowhere_to_announce_is_logged_once()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(Warning));
        _own = [];
        var broadcast = Announce("0.0.0.0");
        Assert.Contains("announced nowhere", ExpectMsg<Warning>().Message.ToString());

        for (var i = 0; i < 3; i++) Tick(broadcast, 2_000);

        Assert.False(HasMessages);
    }
}
