using System.Text;
using LanChat.Client.Sessions;
using LanChat.Protocol;
using LanChat.Protocol.Dialects.Native;

namespace LanChat.Client.Tests.Sessions;

public sealed class RequestExtensionsSpecs
{
    private static readonly Member Ben = new("Ben", Event.Another);

    /// <summary>Each request, its encoding, and its reply.</summary>
    private static readonly (ClientMessage Message, string Written, RoomEvent Answer)[] All =
    [
        (new ClientMessage.Say("hi"), """{"say":"hi"}""", Event.By(Event.Mine, "hi")),
        (new ClientMessage.Act("waves"), """{"act":"waves"}""", Acted(Event.Mine)),
        (new ClientMessage.Tell("Ben", "psst"), """{"tell":"psst","to":"Ben"}""", PrivateMessageFrom(Event.Mine)),
        (new ClientMessage.Rename("Anna"), """{"nick":"Anna"}""", new RoomEvent.NameChanged(
            new Member("Anna", Event.Mine))),
        (new ClientMessage.Ignore(), """{"ignore":true}""", new RoomEvent.IgnoringChanged(true, Event.Mine, default)),
        (new ClientMessage.Away("at lunch"), """{"away":"at lunch"}""", Away(Event.Mine)),
        (
            new ClientMessage.Share("a.txt", "x", null),
            """{"file":"a.txt","text":"x"}""",
            new RoomEvent.Spoken(Shared(MessageKind.File))),
        (
            new ClientMessage.Share("a.txt", "x", "Ben"), """{"file":"a.txt","text":"x","to":"Ben"}""",
            new RoomEvent.PrivateMessage(Shared(MessageKind.Private), Ben)),
        (new ClientMessage.List(), """{"list":true}""", new RoomEvent.MembersShown([Ben])),
    ];

    private static ChatMessage Shared(MessageKind kind, PeerAddress? from = null) =>
        Event.Message(
            "[file] a.txt, 1 bytes", from ?? Event.Mine, kind: kind) with
        { File = new ChatFile(1, "a.txt", 1, null) };

    private static RoomEvent Away(PeerAddress who) =>
        new RoomEvent.AwayShown([new Absence(new Member("Ann", who), "at lunch")]);

    private static RoomEvent Acted(PeerAddress from) =>
        new RoomEvent.Spoken(Event.Message("waves", from, kind: MessageKind.Acted));

    private static RoomEvent PrivateMessageFrom(PeerAddress from) =>
        new RoomEvent.PrivateMessage(Event.Message("psst", from, kind: MessageKind.Private), Ben);

    [Fact]
    public void Each_request_is_written_as_one_line() =>
        Assert.All(All, one => Assert.Equal(one.Written + "\n", Encoding.UTF8.GetString(RichRequest.Of(one.Message))));

    [Fact]
    public void Each_request_is_written_with_its_id() =>
        Assert.All(All, one => Assert.Equal(
            one.Written[..^1] + ",\"id\":7}\n", Encoding.UTF8.GetString(RichRequest.Of(one.Message, id: 7))));

    [Fact]
    public void Each_request_is_answered_by_its_own_reply_only() => Assert.All(
        from one in All from other in All select (one, other),
        pair => Assert.Equal(pair.one == pair.other, pair.one.Message.IsAnsweredBy(pair.other.Answer, Event.Mine)));

    [Fact]
    public void A_refusal_answers_each_request_unless_it_closes_the_connection() => Assert.All(All, one =>
    {
        Assert.True(one.Message.IsAnsweredBy(Event.Refusal(Refusal.Ignoring), Event.Mine));
        Assert.False(one.Message.IsAnsweredBy(Event.Refusal(Refusal.Closing), Event.Mine));
    });

    [Fact]
    public void Events_of_others_answer_no_request() => Assert.All(
        new[]
        {
            Event.By(Event.Another, "hi"), Acted(Event.Another), PrivateMessageFrom(Event.Another), Away(Event.Another),
            new RoomEvent.Spoken(Shared(MessageKind.File, Event.Another)),
        },
        roomEvent => Assert.DoesNotContain(All, one => one.Message.IsAnsweredBy(roomEvent, Event.Mine)));

    [Fact]
    public void A_message_that_is_no_request_is_not_written() =>
        Assert.Throws<ArgumentException>(() => RichRequest.Of(new ClientMessage.Pong(1)));

    [Theory]
    [InlineData("There is nobody of that name here.", "there is nobody of that name here")]
    [InlineData("", "code")]
    public void The_reason_for_a_refusal_is_a_clause(string text, string clause) =>
        Assert.Equal(clause, new Refusal("code", text).Clause());
}
