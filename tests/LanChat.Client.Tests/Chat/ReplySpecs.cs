using Akka.Actor;
using LanChat.Client.Sessions;
using LanChat.Client.Views;
using LanChat.Protocol;

namespace LanChat.Client.Tests.Chat;

/// <summary>Commands that reply, and replies to the user.</summary>
public sealed class ReplySpecs : ChatSpec
{
    private readonly IActorRef _session;

    public ReplySpecs()
    {
        StartChat("localhost:9000", "Ann");
        _session = ExpectSession();
        Receive(_session, Event.Welcome);
    }

    private OutgoingRequest ExpectSent() => Session.ExpectMsg<SessionProtocol.Send>().Request;

    private static ClientMessage.Say Reply(string text, long original) => new(text) { Re = original };

    private static RoomEvent.Spoken Said(string text, long id, long original, Quote? quote = null) =>
        new(Event.Message(text, id: id) with { Re = original, Quote = quote });

    private ViewProtocol.ShowMessage ShownAs(string text) =>
        FishShown<ViewProtocol.ShowMessage>(show => show.Message.Text == text);

    [Fact]
    public void The_last_message_of_somebody_else_is_replied_to()
    {
        Type("/re hello?");
        ExpectProblem("Nobody else has said anything");

        Receive(_session, Event.By(Event.Another, "one", 5), Event.By(Event.Another, "two", 6));
        Receive(_session, Event.By(Event.Mine, "mine", 7));
        Type("/re yes :smile:");
        Assert.Equal(new OutgoingRequest(Reply("yes 😄", 6), "/re yes :smile:"), ExpectSent());

        var recall = Event.Message("", id: 8, kind: MessageKind.Recalled) with { Target = 6 };
        Receive(_session, new RoomEvent.Spoken(recall));
        Type("/re /me nods");
        Assert.Equal(new ClientMessage.Act("nods") { Re = 5 }, ExpectSent().Message);
        Type("/re 6 what was that?");
        Assert.Equal(Reply("what was that?", 6), ExpectSent().Message);
    }

    [Fact]
    public void A_refused_reply_is_put_back_as_it_was_typed()
    {
        Type("/re 9 yes");
        var request = ExpectSent();
        Tell(Session, _session, new SessionProtocol.Declined(request, "no such message"));

        ExpectProblem("no such message");
        Assert.Equal("/re 9 yes", FishShown<ViewProtocol.RestoreInput>(_ => true).Typed);
    }

    [Fact]
    public void A_reply_to_the_user_is_for_them()
    {
        Receive(_session, Event.By(Event.Mine, "mine", 5), Event.By(Event.Another, "theirs", 6));
        Receive(_session, Said("to me", 7, 5, new Quote("Ann", "mine")), Said("to Bob", 8, 6));

        Assert.True(ShownAs("to me").ForMe);
        Assert.Equal("Bob: to me", FishShown<ViewProtocol.Call>(_ => true).Text);
        Assert.False(ShownAs("to Bob").ForMe);

        Receive(_session, Said("before", 9, 2, new Quote("Ann", "long ago")), Said("no", 10, 6, new Quote("Ann", "x")));
        Assert.True(ShownAs("before").ForMe);
        Assert.False(ShownAs("no").ForMe);

        var edit = Event.Message("to you", id: 11, kind: MessageKind.Edited) with { Target = 7 };
        Receive(_session, new RoomEvent.Spoken(edit));
        Assert.True(FishShown<EditProtocol.ShowChange>(_ => true).ForMe);
    }

    [Fact]
    public void A_reply_to_what_is_gone_says_so()
    {
        Receive(_session, new RoomEvent.HistoryShown([Event.Message("", id: 5) with { IsGone = true }]));
        Receive(_session, Said("what?", 6, 5), Said("and that?", 7, 3));

        Assert.Equal(ReplyText.Gone, ShownAs("what?").Message.Quote);
        Assert.Null(ShownAs("and that?").Message.Quote);
    }
}
