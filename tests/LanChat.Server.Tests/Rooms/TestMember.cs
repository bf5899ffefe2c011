using Akka.Actor;
using Akka.TestKit;
using LanChat.Protocol;
using LanChat.Server.Broadcasts;
using LanChat.Server.Rooms;

namespace LanChat.Server.Tests.Rooms;

/// <summary>A probe in the role of a connection.</summary>
internal sealed class TestMember(IActorRef room, TestProbe probe)
{
    public TestProbe Probe => probe;

    public void Join(string name, int port, bool acknowledgesBatches = false) => probe.Send(
        room, new RoomProtocol.Join(
            RoomEventExtensions.Nick(name), new PeerAddress("192.168.38.203", port))
        {
            AcknowledgesBatches = acknowledgesBatches,
        });

    public void Say(string text) => probe.Send(room, new ClientMessage.Say(text));

    public void Send(ClientMessage message) => probe.Send(room, message);

    public Refusal ExpectRefusal() => Assert.IsType<RoomEvent.Refused>(Assert.Single(ExpectBatch())).Reason;

    public void Leave() => probe.Send(room, RoomProtocol.Leave.Instance);

    public RoomProtocol.Joined ExpectJoined() => probe.ExpectMsg<RoomProtocol.Joined>();

    public RoomEvent[] ExpectBatch() => [.. probe.ExpectMsg<Batch>().Events];

    public string[] ExpectTexts() => ExpectBatch().Texts();

    public RoomEvent.MembersChanged ExpectList() =>
        Assert.IsType<RoomEvent.MembersChanged>(Assert.Single(ExpectBatch()));
}
