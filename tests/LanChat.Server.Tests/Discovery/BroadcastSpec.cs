using System.Net;
using Akka.Actor;
using Akka.TestKit;
using LanChat.Protocol.Dialects.Native;
using LanChat.Server.Discovery;
using LanChat.Server.Listening;
using LanChat.Server.Network;
using LanChat.Server.Sockets;

namespace LanChat.Server.Tests.Discovery;

/// <summary>
/// Announces to the loopback broadcast address, with virtual time and with interface addresses that
/// the test sets.
/// </summary>
public abstract class BroadcastSpec : VirtualTimeSpec
{
    private protected static readonly InterfaceAddress Loopback = new(IPAddress.Loopback, 8);

    private volatile IReadOnlyList<InterfaceAddress> _own = [Loopback];

    protected BroadcastSpec() => (Room, Tcp) = (CreateTestProbe(), CreateTestProbe());

    private protected TestProbe Room { get; }

    private protected Listener Listener { get; } = new();

    /// <summary>A probe in the role of the connection manager.</summary>
    private protected TestProbe Tcp { get; }

    /// <summary>The computer's interface addresses.</summary>
    private protected IReadOnlyList<InterfaceAddress> Own { set => _own = value; }

    protected override void AfterAll()
    {
        base.AfterAll();
        Listener.Dispose();
    }

    private protected IActorRef Announce(string listen, params string[] settings)
    {
        var broadcast = Start(settings);
        Tcp.Reply(new ConnectionManagerProtocol.Listening(
            [new DialectEndpoint(new JsonDialect(), new IPEndPoint(IPAddress.Parse(listen), 8001))]));
        Tick(broadcast, 0);
        return broadcast;
    }

    private protected IActorRef Start(params string[] settings)
    {
        string[] all = ["lanchat.server.room.name=物联网数据平台", $"lanchat.discovery.port={Listener.Port}", .. settings];
        var broadcast = Sys.ActorOf(BroadcastActor.Props(TestSettings.Of(all), Room.Ref, Tcp.Ref, () => _own));
        Tcp.ExpectMsg<ConnectionManagerProtocol.Subscribe>();
        Tcp.ExpectMsg<ConnectionManagerProtocol.SubscribeRoomPorts>();
        return broadcast;
    }

    private protected void Tick(IActorRef broadcast, int milliseconds)
    {
        Settle(broadcast);
        Advance(milliseconds);
        Settle(broadcast);
    }

    private protected static string[] To(params string[] targets) =>
        [$"lanchat.discovery.targets=[{string.Join(',', targets.Select(target => $"\"{target}\""))}]"];
}
