using System.Net;
using System.Net.Sockets;
using Akka.Event;
using LanChat.Server.Network;

namespace LanChat.Server.Tests.Discovery;

/// <summary>Networks that come up or go down.</summary>
public sealed class BroadcastChangeSpecs : BroadcastSpec
{
    [Fact]
    public void A_network_that_comes_up_is_announced_in_at_the_next_tick()
    {
        Own = [];
        var broadcast = Announce("0.0.0.0", To("127.255.255.255"));
        Tick(broadcast, 2_000);
        Assert.False(Listener.HasMore);

        Own = [Loopback];
        Tick(broadcast, 2_000);

        Assert.Contains("\"ip\": \"127.0.0.1\"", Listener.Receive());
    }

    [Fact]
    public void An_address_that_changes_is_announced_by_the_new_one_only()
    {
        var broadcast = Announce("0.0.0.0", To("127.255.255.255"));
        Assert.Contains("\"ip\": \"127.0.0.1\"", Listener.Receive());

        Own = [new InterfaceAddress(IPAddress.Parse("127.0.0.2"), 8)];

        for (var i = 0; i < 3; i++)
        {
            Tick(broadcast, 2_000);
            var (text, source) = Listener.ReceiveFrom();
            Assert.Contains("\"ip\": \"127.0.0.2\"", text);
            Assert.Equal("127.0.0.2", source.Address.ToString());
        }

        Assert.False(Listener.HasMore);
    }

    [Fact]
    public void Announcements_stop_in_a_network_that_goes_down_and_resume_when_it_is_back()
    {
        var broadcast = Announce("0.0.0.0", To("127.255.255.255"));
        Listener.Receive();

        Own = [];
        Tick(broadcast, 2_000);
        Assert.False(Listener.HasMore);

        Own = [Loopback];
        Tick(broadcast, 2_000);
        Listener.Receive();
    }

    [Fact]
    public void The_socket_of_a_network_that_went_down_is_released()
    {
        var broadcast = Announce("0.0.0.0", To("127.255.255.255"));
        var (_, source) = Listener.ReceiveFrom();

        Own = [];
        Tick(broadcast, 2_000);

        AwaitAssert(() =>
        {
            using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
            socket.Bind(source);
        });
    }

    [Fact]
    public void A_plan_without_targets_is_logged_once()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(Warning));
        Own = [];
        var broadcast = Announce("0.0.0.0");
        Assert.Contains("announced nowhere", ExpectMsg<Warning>().Message.ToString());

        for (var i = 0; i < 3; i++) Tick(broadcast, 2_000);

        Assert.False(HasMessages);
    }
}
