using Akka.Actor;
using Akka.TestKit;
using LanChat.Protocol;
using LanChat.Server.Broadcasts;
using LanChat.Server.Rooms;

namespace LanChat.Server.Tests.Rooms;

/// <summary>
/// A probe that plays the connection of somebody who is in a room or wants to be.
/// </summary>
internal sealed class Guest(IActorRef room, TestProbe probe)
{
    public TestProbe Probe => probe;

    public void Asks(string name, int port, bool saysWhatItTook = false) => probe.Send(
        room, new RoomProtocol.Join(
            Spoken.Nick(name), new PeerAddress("192.168.38.203", port))
        {
            SaysWhatItTook = saysWhatItTook,
        });

    public void Says(string text) => probe.Send(room, new ClientMessage.Say(text));

    public void Wants(ClientMessage message) => probe.Send(room, message);

    public Refusal ExpectRefusal() => Assert.IsType<RoomEvent.Refused>(Assert.Single(ExpectTurn())).Reason;

    public void Leaves() => probe.Send(room, RoomProtocol.Leave.Instance);

    public RoomProtocol.Joined ExpectJoined() => probe.ExpectMsg<RoomProtocol.Joined>();

    public RoomEvent[] ExpectTurn() => [.. probe.ExpectMsg<Turn>().Events];

    public string[] ExpectTexts() => ExpectTurn().Texts();

    public RoomEvent.MembersChanged ExpectList() =>
        Assert.IsType<RoomEvent.MembersChanged>(Assert.Single(ExpectTurn()));
}
