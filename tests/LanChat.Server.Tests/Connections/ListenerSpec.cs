using System.Net;
using System.Net.Sockets;
using System.Text;
using Akka.Actor;
using Akka.Configuration;
using Akka.TestKit;
using LanChat.Protocol.Dialects;
using LanChat.Protocol.Dialects.Native;
using LanChat.Server.Connections;
using LanChat.Server.Listening;

namespace LanChat.Server.Tests.Connections;

/// <summary>
/// A listener on a free port of loopback, plain sockets as clients, and a probe in the role of the
/// room.
/// </summary>
public abstract class ListenerSpec : Spec
{
    private readonly List<Socket> _clients = [];

    protected ListenerSpec()
        : base(ConfigurationFactory.Empty) => Room = CreateTestProbe();

    private protected TestProbe Room { get; }

    private protected IActorRef Listener { get; private set; } = ActorRefs.Nobody;

    /// <summary>Counts the accepted connections.</summary>
    private protected AddressLimits Limits { get; private set; } = null!;

    protected override void AfterAll()
    {
        base.AfterAll();
        _clients.ForEach(client => client.Dispose());
    }

    private protected void Start(params string[] settings) => Start(new JsonDialect(), settings);

    private protected void Start(IDialect dialect, params string[] settings)
    {
        var all = TestSettings.With(["listen.address=127.0.0.1", "listen.json=0", .. settings]);
        var served = all with { Listen = all.Listen with { Ports = [(dialect, all.Listen.Json())] } };
        var clock = new TestClock();
        Limits = new AddressLimits(served.Flood, clock);
        Listener = Watch(Sys.ActorOf(ConnectionManagerActor.Props(Room.Ref, served, clock, addressLimits: Limits)));
    }

    private protected IPEndPoint Listen(params string[] settings) => Listen(new JsonDialect(), settings);

    private protected IPEndPoint Listen(IDialect dialect, params string[] settings)
    {
        Start(dialect, settings);
        Listener.Tell(ConnectionManagerProtocol.Subscribe.Instance, TestActor);
        var listening = ExpectMsg<ConnectionManagerProtocol.Listening>();
        Room.ExpectMsg<Server.Rooms.RoomProtocol.Open>();
        return listening.Endpoints[0].EndPoint;
    }

    private protected Socket Connect(IPEndPoint endPoint)
    {
        var client = new Socket(
            endPoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp)
        {
            ReceiveTimeout = 20_000,
        };
        _clients.Add(client);
        client.Connect(endPoint);
        return client;
    }

    /// <summary>Reads until the server closes its side.</summary>
    private protected static string ReadToEnd(Socket client)
    {
        var all = new MemoryStream();
        var buffer = new byte[8192];
        while (client.Receive(buffer) is > 0 and var count) all.Write(buffer, 0, count);
        return Encoding.UTF8.GetString(all.ToArray());
    }

    private protected static void Send(Socket client, string text) => client.Send(Encoding.UTF8.GetBytes(text));
}
