using System.Net;
using System.Net.Sockets;
using Akka.Actor;
using Akka.IO;
using LanChat.Protocol;
using LanChat.Protocol.Dialects.Native;
using LanChat.Server.Listening;
using LanChat.Server.Rooms;

namespace LanChat.Server.Tests.Connections;

public sealed class ListenerDrainSpecs : ListenerSpec
{
    private void Drain() => Listener.Tell(new ConnectionManagerProtocol.Drain(Refusal.Closing), ActorRefs.NoSender);

    [Fact]
    public void A_listener_without_connections_stops_at_once()
    {
        Listen();

        Drain();

        ExpectTerminated(Listener);
    }

    [Fact]
    public void Clients_are_told_the_reason_and_the_listener_stops_after_the_last_close()
    {
        var endPoint = Listen();
        var (silent, member) = (Connect(endPoint), Connect(endPoint));
        Send(member, "Ann\n");
        Room.ExpectMsg<RoomProtocol.Join>();
        AwaitAssert(() => Assert.Equal(2, Limits.Connections)); // the silent one may be accepted later

        Drain();

        Assert.Contains(Refusal.Closing.Text, ReadToEnd(member));
        Assert.Contains(Refusal.Closing.Text, ReadToEnd(silent));
        silent.Dispose();
        ExpectNoMsg(TimeSpan.FromMilliseconds(100));
        member.Dispose();
        ExpectTerminated(Listener);
    }

    [Fact]
    public void A_draining_listener_accepts_no_connections()
    {
        var endPoint = Listen();
        Drain();
        ExpectTerminated(Listener);

        Assert.Equal(
            SocketError.ConnectionRefused, Assert.Throws<SocketException>(() => Connect(endPoint)).SocketErrorCode);
    }

    [Fact]
    public void A_connection_accepted_at_the_last_moment_is_aborted()
    {
        var endPoint = Listen();
        var member = Connect(endPoint);
        Send(member, "Ann\n");
        Room.ExpectMsg<RoomProtocol.Join>();
        Drain();

        var late = CreateTestProbe();
        late.Send(Listener, new ConnectionManagerProtocol.ConnectionAccepted(
            late.Ref, new IPEndPoint(IPAddress.Parse("192.168.38.203"), 51_937), endPoint, new JsonDialect()));

        late.ExpectMsg<Tcp.Abort>();
    }

    [Fact]
    public void Draining_twice_is_draining_once()
    {
        var endPoint = Listen();
        var member = Connect(endPoint);
        Send(member, "Ann\n");
        Room.ExpectMsg<RoomProtocol.Join>();

        Drain();
        Drain();

        Assert.Equal(2, ReadToEnd(member).Split(Refusal.Closing.Text).Length);
        member.Dispose();
        ExpectTerminated(Listener);
    }
}
