using System.Text;
using System.Text.Json.Nodes;
using LanChat.Client.Sessions;
using LanChat.Protocol;

namespace LanChat.Client.Tests.Sessions;

/// <summary>Sessions with a server that deduplicates by client message id.</summary>
public sealed class SessionResendSpecs : SessionSpec
{
    private static readonly Welcomed Welcome = Event.Welcome with { KnowsRefs = true };

    private JsonObject[] Written()
    {
        var bytes = Connection.ExpectMsg<ConnectionProtocol.Write>().Bytes;
        Tell(ConnectionProtocol.Written.Instance);
        return [.. Encoding.UTF8.GetString(bytes).Split(
            '\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!.AsObject())];
    }

    private void Join(Welcomed welcome)
    {
        Tell(new ConnectionProtocol.Opened("10.0.0.9"));
        Written();
        Receive(welcome);
        ExpectMsg<SessionProtocol.EventsReceived>();
    }

    private SessionProtocol.Lost LoseAndReconnect(Welcomed welcome)
    {
        Fail();
        var lost = ExpectLost();
        Reconnect(lost);
        Join(welcome);
        return lost;
    }

    private static string RefOf(JsonObject request) => (string)request["ref"]!;

    [Fact]
    public void Lost_requests_are_sent_again_with_the_same_message_id_before_new_ones()
    {
        Join(Welcome);
        Say("one");
        var first = Assert.Single(Written());
        Fail();
        var lost = ExpectLost();
        Say("two");
        Reconnect(lost);
        Join(Welcome);

        var again = Written();

        Assert.Equal([new OutgoingRequest("one")], lost.Resent);
        Assert.Empty(lost.Unacknowledged);
        Assert.Equal(["one", "two"], again.Select(request => (string)request["say"]!));
        Assert.Equal(RefOf(first), RefOf(again[0]));
        Assert.NotEqual(RefOf(first), RefOf(again[1]));
        Assert.Matches("^[!-~]{22}$", RefOf(first));
    }

    [Fact]
    public void Changes_are_sent_again_with_the_same_message_id()
    {
        Join(Welcome);
        Send(new OutgoingRequest(new ClientMessage.Edit(5, "two"), "/edit two"));
        var edit = Assert.Single(Written());
        Send(new OutgoingRequest(new ClientMessage.Recall(5), "/recall"));
        var recall = Assert.Single(Written());
        Assert.Equal((5, "two", 5), ((int)edit["edit"]!, (string)edit["text"]!, (int)recall["recall"]!));
        Assert.Equal(2, LoseAndReconnect(Welcome).Resent.Count);

        var again = Written();

        Assert.Equal([RefOf(edit), RefOf(recall)], again.Select(RefOf));
    }

    [Fact]
    public void A_request_the_room_already_has_is_answered()
    {
        Join(Welcome);
        Say("one");
        Written();
        LoseAndReconnect(Welcome);
        var reference = RefOf(Assert.Single(Written()));

        Receive(new RoomEvent.Acknowledged("another", 1), new RoomEvent.Acknowledged(reference, 7));

        var received = ExpectMsg<SessionProtocol.EventsReceived>();
        Assert.Equal([new OutgoingRequest("one")], received.Answered);
        Assert.Empty(received.Events);
        Assert.Equal([], LoseAndReconnect(Welcome).Resent);
    }

    [Fact]
    public void A_request_without_message_id_is_unacknowledged()
    {
        Join(Welcome);
        Say("one");
        var rename = new OutgoingRequest(new ClientMessage.Rename("Anna"), "/nick Anna");
        Written();
        Session.Tell(new SessionProtocol.Send(rename), TestActor);
        Written();
        Fail();

        var lost = ExpectLost();
        Assert.Equal([rename], lost.Unacknowledged);
        Assert.Equal([new OutgoingRequest("one")], lost.Resent);
    }

    [Fact]
    public void A_server_without_message_ids_gets_no_request_again()
    {
        Join(Welcome);
        Say("one");
        Written();
        LoseAndReconnect(Event.Welcome);

        Assert.Equal(new OutgoingRequest("one"), ExpectMsg<SessionProtocol.Declined>().Request);
        Say("two");
        ExpectSent("two");
    }

    [Fact]
    public void Leaving_reports_unacknowledged_and_unsent_requests()
    {
        Join(Welcome);
        Say("one");
        Written();
        Fail();
        ExpectLost();
        Say("two");

        Session.Tell(SessionProtocol.Leave.Instance, TestActor);

        var ended = ExpectMsg<SessionProtocol.Ended>();
        Assert.Equal([new OutgoingRequest("one")], ended.Unacknowledged);
        Assert.Equal([new OutgoingRequest("two")], ended.Unsent);
    }
}
