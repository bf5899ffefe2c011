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

    private void Decline(ClientMessage request) => Tell(
        Session, _session, new SessionProtocol.Declined(new OutgoingRequest(request, ""), "the history is unreadable"));
}
