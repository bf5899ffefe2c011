using System.Net;
using Akka.IO;
using Akka.TestKit;
using LanChat.Protocol;
using LanChat.Protocol.Dialects.Native;
using LanChat.Server.Listening;

namespace LanChat.Server.Tests.Connections;

public sealed class ListenerLimitSpecs : ListenerSpec
{
    /// <summary>Reports an accepted connection to the listener; the probe is its socket.</summary>
    private TestProbe Arrive(string address)
    {
        var socket = CreateTestProbe();
        socket.Send(Listener, new ConnectionManagerProtocol.ConnectionAccepted(
            socket.Ref, new IPEndPoint(
                IPAddress.Parse(address), 51_937), new IPEndPoint(IPAddress.Loopback, 8001), new JsonDialect()));
        return socket;
    }

    private TestProbe Connect(string address)
    {
        var socket = Arrive(address);
        socket.ExpectMsg<Tcp.Register>();
        socket.ExpectMsg<Tcp.ResumeReading>();
        return socket;
    }

    private void ExpectAccepted(TestProbe socket) => ExpectSilence(socket, socket.LastSender);

    private static void ExpectRefused(TestProbe socket) =>
        Assert.Contains(Refusal.TooManyConnections.Text, socket.ExpectMsg<Tcp.Write>().Data.ToString());

    [Fact]
    public void The_number_of_connections_per_address_is_limited()
    {
        Listen("limits.connections-per-address=2");

        ExpectAccepted(Connect("192.168.38.203"));
        ExpectAccepted(Connect("192.168.38.203"));
        ExpectRefused(Connect("192.168.38.203"));
    }

    [Fact]
    public void Each_address_has_its_own_count()
    {
        Listen("limits.connections-per-address=1");

        ExpectAccepted(Connect("192.168.38.203"));
        ExpectAccepted(Connect("192.168.38.204"));
        ExpectAccepted(Connect("fe80::1"));
        ExpectRefused(Connect("fe80::1"));
    }

    [Fact]
    public void An_IPv4_address_mapped_to_IPv6_is_the_same_address()
    {
        Listen("limits.connections-per-address=1");

        ExpectAccepted(Connect("192.168.38.203"));
        ExpectRefused(Connect("::ffff:192.168.38.203"));
    }

    [Fact]
    public void A_closed_connection_no_longer_counts()
    {
        Listen("limits.connections-per-address=1");
        Sys.Stop(Connect("192.168.38.203").Ref);

        AwaitAssert(() =>
        {
            var socket = Connect("192.168.38.203");
            try
            {
                ExpectAccepted(socket);
            }
            catch
            {
                Sys.Stop(socket.Ref);
                throw;
            }
        });
        ExpectRefused(Connect("192.168.38.203"));
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("127.1.2.3")]
    [InlineData("::1")]
    [InlineData("::ffff:127.0.0.1")]
    public void Loopback_is_not_limited(string loopback)
    {
        Listen("limits.connections-per-address=1");

        for (var i = 0; i < 5; i++) ExpectAccepted(Connect(loopback));
    }

    [Fact]
    public void A_limit_of_0_is_no_limit()
    {
        Listen("limits.connections-per-address=0");

        for (var i = 0; i < 100; i++) ExpectAccepted(Connect("192.168.38.203"));
    }

    [Fact]
    public void Beyond_twice_the_limit_connections_are_aborted()
    {
        Listen("limits.connections-per-address=2");
        for (var i = 0; i < 6; i++) Connect("192.168.38.203");

        Arrive("192.168.38.203").ExpectMsg<Tcp.Abort>();

        ExpectAccepted(Connect("192.168.38.204"));
    }

    [Theory]
    [InlineData("192.168.38.203")]
    [InlineData("127.0.0.1")]
    public void The_total_number_of_connections_is_limited_for_all_addresses(string address)
    {
        Listen("limits.connections=3");
        Connect(address);
        Connect(address);
        var last = Connect(address);

        Arrive(address).ExpectMsg<Tcp.Abort>();

        Sys.Stop(last.Ref);
        AwaitAssert(() => Arrive(address).ExpectMsg<Tcp.Register>());
    }
}
