using System.Net;
using System.Text;
using Akka.Actor;
using Akka.IO;
using Akka.TestKit;
using LanChat.Protocol;
using LanChat.Protocol.Dialects.Native;
using LanChat.Server.Broadcasts;
using LanChat.Server.Connections;
using LanChat.Server.Rooms;
using LanChat.Server.Settings;

namespace LanChat.Server.Tests.Connections;

/// <summary>
/// A connection between two probes in the roles of Akka.IO's socket actor and the room.
/// </summary>
public abstract class ConnectionSpec : VirtualTimeSpec
{
    private static readonly IPEndPoint Remote = new(IPAddress.Parse("192.168.38.203"), 51_937);
    private static readonly IPEndPoint Local = new(IPAddress.Parse("192.168.38.149"), 8001);
    private AddressLimits? _origins;
    private long _lastId;

    protected ConnectionSpec() => (Socket, Room) = (CreateTestProbe(), CreateTestProbe());

    private protected TestClock Clock { get; } = new();

    private protected TestProbe Socket { get; }

    private protected TestProbe Room { get; }

    private protected IActorRef Connection { get; private set; } = ActorRefs.Nobody;

    private protected static PeerAddress Client => PeerAddress.Of(Remote);

    /// <summary>Accepts a connection that waits for its greeting.</summary>
    private protected void Connect(params string[] settings) => Connect(null, settings);

    private protected void Connect(Refusal? refused, params string[] settings)
    {
        var accepted = new ConnectionProtocol.Accepted(Socket.Ref, Remote, Local, new JsonDialect(), refused);
        // Most specs are not about rate limits.
        Open(accepted, TestSettings.With(["flood.rate=0", .. settings]));
        Watch(Connection);
        Socket.ExpectMsg<Tcp.Register>();
        ExpectReading();
    }

    private protected void Open(ConnectionProtocol.Accepted accepted, ServerSettings settings)
    {
        _origins ??= new AddressLimits(settings.Flood, Clock);
        _origins.Add(accepted.Remote.Address);
        var limiter = _origins.LimiterOf(accepted.Remote.Address);
        Connection = Sys.ActorOf(
            ConnectionActor.Props(accepted, limiter, new ConnectionSetup(Room.Ref, settings, Clock)));
    }

    /// <summary>Delivers the bytes of one read.</summary>
    private protected void Receive(string text) => Receive(Encoding.UTF8.GetBytes(text));

    private protected void Receive(byte[] bytes) =>
        Socket.Send(Connection, new Tcp.Received(ByteString.FromBytes(bytes)));

    private protected void ExpectReading() => Socket.ExpectMsg<Tcp.ResumeReading>();

    /// <summary>Returns the text of the next write, and acknowledges it if asked to.</summary>
    private protected string ExpectWrite(bool written = true)
    {
        var text = Encoding.UTF8.GetString(Socket.ExpectMsg<Tcp.Write>().Data.ToArray());
        if (written) Acknowledge();
        return text;
    }

    private protected void Acknowledge() => Socket.Send(Connection, WriteAck.Instance);

    private protected void ExpectSilence()
    {
        ExpectSilence(Socket, Connection);
        ExpectSilence(Room, Connection);
    }

    /// <summary>Returns the requested nickname.</summary>
    private protected string ExpectJoin() => Room.ExpectMsg<RoomProtocol.Join>().Nick.Text;

    private protected void Reply(object message) => Room.Send(Connection, message);

    /// <summary>The room accepts the join under this nickname.</summary>
    private protected void AcceptJoin(string name)
    {
        var entrance = new Batch([new RoomEvent.NoticeShown("the notice"), new RoomEvent.MembersShown([])]);
        Reply(new RoomProtocol.Joined(new Member(name, Client), entrance) { Room = "Ours" });
    }

    /// <summary>The room publishes messages as one batch.</summary>
    private protected Batch Publish(params string[] texts)
    {
        var batch = new Batch([.. texts.Select(text => new RoomEvent.Spoken(
            new ChatMessage(
                ++_lastId, MessageKind.Said, "Ben", new PeerAddress("192.168.38.1", 1), text, TestClock.Local)))]);
        Reply(batch);
        return batch;
    }

    /// <summary>Joins in line mode.</summary>
    private protected void EnterInLineMode(params string[] settings)
    {
        Connect(settings);
        Receive("Ann\n");
        ExpectJoin();
        AcceptJoin("Ann");
        ExpectWrite();
        ExpectReading();
    }

    /// <summary>Joins in rich mode.</summary>
    private protected void EnterInRichMode(params string[] settings)
    {
        Connect(settings);
        Receive("""{"hello":1,"nick":"Ann"}""" + "\n");
        ExpectJoin();
        AcceptJoin("Ann");
        ExpectWrite();
        ExpectReading();
        ExpectWrite();
    }

    /// <summary>Joins in raw mode.</summary>
    private protected void EnterInRawMode(params string[] settings)
    {
        Connect(settings);
        Receive("Ann");
        ExpectReading();
        Advance(200);
        ExpectJoin();
        AcceptJoin("Ann");
        for (var frame = 0; frame < 2; frame++)
        {
            ExpectWrite();
            Settle(Connection);
            Advance(30);
        }
    }
}
