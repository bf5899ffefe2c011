using System.Text;
using System.Text.Json.Nodes;
using LanChat.Client.Sessions;
using LanChat.Protocol;

namespace LanChat.Client.Tests.Sessions;

/// <summary>Rooms that say what has a ref only once.</summary>
public sealed class SessionRefSpecs : SessionSpec
{
    private static readonly RoomEvent.Welcomed Welcome = Said.Welcome with { KnowsRefs = true };

    private JsonObject[] Written()
    {
        var bytes = Connection.ExpectMsg<ConnectionProtocol.Write>().Bytes;
        Tell(ConnectionProtocol.Written.Instance);
        return [.. Encoding.UTF8.GetString(bytes).Split(
            '\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!.AsObject())];
    }

    private void Enter(RoomEvent.Welcomed welcome)
    {
        Tell(new ConnectionProtocol.Opened("10.0.0.9"));
        Written();
        Hear(welcome);
        ExpectMsg<SessionProtocol.Heard>();
    }

    private SessionProtocol.Lost LoseAndComeBack(RoomEvent.Welcomed welcome)
    {
        Fail();
        var lost = ExpectLost();
        Reconnect(lost);
        Enter(welcome);
        return lost;
    }

    private static string RefOf(JsonObject wish) => (string)wish["ref"]!;

    [Fact]
    public void What_was_lost_is_sent_again_by_the_same_ref_before_what_was_typed_later()
    {
        Enter(Welcome);
        Say("one");
        var first = Assert.Single(Written());
        Fail();
        var lost = ExpectLost();
        Say("two");
        Reconnect(lost);
        Enter(Welcome);

        var again = Written();

        Assert.Equal([new Line("one")], lost.Again);
        Assert.Empty(lost.Doubtful);
        Assert.Equal(["one", "two"], again.Select(wish => (string)wish["say"]!));
        Assert.Equal(RefOf(first), RefOf(again[0]));
        Assert.NotEqual(RefOf(first), RefOf(again[1]));
        Assert.Matches("^[!-~]{22}$", RefOf(first));
    }

    [Fact]
    public void What_the_room_knows_already_is_done()
    {
        Enter(Welcome);
        Say("one");
        Written();
        LoseAndComeBack(Welcome);
        var reference = RefOf(Assert.Single(Written()));

        Hear(new RoomEvent.Known("another", 1), new RoomEvent.Known(reference, 7));

        var heard = ExpectMsg<SessionProtocol.Heard>();
        Assert.Equal([new Line("one")], heard.Answered);
        Assert.Empty(heard.Events);
        Assert.Equal([], LoseAndComeBack(Welcome).Again);
    }

    [Fact]
    public void What_can_t_be_asked_for_twice_is_in_doubt()
    {
        Enter(Welcome);
        Say("one");
        var rename = new Line(new ClientMessage.Rename("Anna"), "/nick Anna");
        Written();
        Session.Tell(new SessionProtocol.Ask(rename), TestActor);
        Written();
        Fail();

        var lost = ExpectLost();
        Assert.Equal([rename], lost.Doubtful);
        Assert.Equal([new Line("one")], lost.Again);
    }

    [Fact]
    public void A_server_that_knows_no_refs_is_not_told_again_what_may_have_been_said()
    {
        Enter(Welcome);
        Say("one");
        Written();
        LoseAndComeBack(Said.Welcome);

        Assert.Equal(new Line("one"), ExpectMsg<SessionProtocol.Declined>().Line);
        Say("two");
        ExpectSaid("two");
    }

    [Fact]
    public void Whoever_leaves_is_told_what_may_not_have_arrived_and_what_was_not_sent()
    {
        Enter(Welcome);
        Say("one");
        Written();
        Fail();
        ExpectLost();
        Say("two");

        Session.Tell(SessionProtocol.Leave.Instance, TestActor);

        var ended = ExpectMsg<SessionProtocol.Ended>();
        Assert.Equal([new Line("one")], ended.Doubtful);
        Assert.Equal([new Line("two")], ended.Unsent);
    }
}
