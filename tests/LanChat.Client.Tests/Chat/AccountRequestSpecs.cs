using Akka.Actor;
using LanChat.Client.Sessions;
using LanChat.Client.Views;
using LanChat.Protocol;

namespace LanChat.Client.Tests.Chat;

/// <summary>Requests about the user's account.</summary>
public sealed class AccountRequestSpecs : ChatSpec
{
    private readonly IActorRef _session;

    public AccountRequestSpecs()
    {
        StartChat("localhost:9000", "Ann");
        _session = ExpectSession();
        Receive(_session, Event.Welcome);
        ExpectPrompt("Ann> ");
        ExpectShown<ViewProtocol.WhenShown>();
    }

    [Fact]
    public void Seen_asks_for_the_readers_of_the_users_last_message()
    {
        Type("/seen");
        ExpectProblem("You have said nothing in this room yet.");
        Receive(_session, Event.By(Event.Mine, "one", 7), Event.By(Event.Mine, "two", 8), Event.By(Event.Another, "!", 9));
        for (var count = 0; count < 3; count++) ExpectShown<ViewProtocol.ShowMessage>();
        ExpectShown<ViewProtocol.WhenShown>();

        Type("/seen");

        Assert.Equal(
            new OutgoingRequest(new AccountRequest.ListReaders(8), "/seen"),
            Session.ExpectMsg<SessionProtocol.Send>().Request);
        Receive(_session, new AccountEvent.ReadersListed(8, ["Bob", "小明"], 3));
        Assert.Equal("Read by Bob, 小明 (2 of 3).", ExpectShown<ViewProtocol.ShowRemark>().Text);
    }

    [Fact]
    public void A_refused_request_that_nobody_typed_is_reported_in_words_or_not_at_all()
    {
        Decline(new AccountRequest.ListRead());
        Decline(new AccountRequest.ReadPrivate { Since = 7 });

        ExpectProblem("Missed private messages could not be loaded: the history is unreadable");
    }

    [Theory]
    [InlineData("/private", null, null)]
    [InlineData("/private Bob", "Bob", null)]
    [InlineData("/private Bob  pizza at 8", "Bob", "pizza at 8")]
    [InlineData("/private \"A B\"", "A B", null)]
    [InlineData("/private \"A B\" pizza", "A B", "pizza")]
    [InlineData("/private * pizza", null, "pizza")]
    public void Private_lists_messages_of_a_person_or_with_a_text(string typed, string? with, string? text)
    {
        Type(typed);

        Assert.Equal(
            new OutgoingRequest(new AccountRequest.ReadPrivate { With = with, Text = text, Limit = 50 }, typed),
            Session.ExpectMsg<SessionProtocol.Send>().Request);
    }

    [Theory]
    [InlineData("/private", "No private messages are kept.")]
    [InlineData("/private * pizza", "No kept private message contains \"pizza\".")]
    public void An_empty_list_of_private_messages_is_explained(string typed, string expected)
    {
        Type(typed);
        var sent = Session.ExpectMsg<SessionProtocol.Send>().Request;
        Answer(new AccountEvent.PrivatePage([], HasMore: false), sent);

        Assert.Equal(expected, ExpectShown<ViewProtocol.ShowRemark>().Text);
    }

    [Fact]
    public void A_quote_that_does_not_end_is_answered_with_the_usage()
    {
        Type("/private \"A B");

        Assert.StartsWith("Usage: /private [NAME [TEXT]]", ExpectShown<ViewProtocol.ShowProblem>().Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Private_messages_that_are_not_all_say_so()
    {
        Type("/private Bob");
        var sent = Session.ExpectMsg<SessionProtocol.Send>().Request;
        var message = new RoomEvent.PrivateMessage(
            Event.Message("psst", kind: MessageKind.Private, id: 0), Event.Welcome.You);
        Answer(new AccountEvent.PrivatePage([message], HasMore: true), sent);

        var lines = ExpectShown<ViewProtocol.ShowRemark>().Text.Split('\n');
        Assert.Equal(2, lines.Length);
        Assert.Equal("There are older ones; these are the newest 1:", lines[0]);
        Assert.EndsWith("→ Ann: psst", lines[1], StringComparison.Ordinal);
    }

    private void Answer(RoomEvent answer, OutgoingRequest request) =>
        Tell(Session, _session, new SessionProtocol.EventsReceived([answer], [request]));

    private void Decline(ClientMessage request) => Tell(
        Session, _session, new SessionProtocol.Declined(new OutgoingRequest(request, ""), "the history is unreadable"));
}
