using Akka.Actor;
using LanChat.Client.Sessions;
using LanChat.Client.Views;
using LanChat.Protocol;

namespace LanChat.Client.Tests.Chat;

public sealed class CommandRequestSpecs : ChatSpec
{
    public static TheoryData<string, ClientMessage> Requests => new()
    {
        { "@Ben psst", new ClientMessage.Say("@Ben psst") },
        { "@\"小 糖豆\"  你好", new ClientMessage.Say("@\"小 糖豆\"  你好") },
        { "/me waves", new ClientMessage.Act("waves") },
        { "/nick  Anna B ", new ClientMessage.Rename("Anna B") },
        { "/ignore", new ClientMessage.Ignore() },
        { "/i", new ClientMessage.Ignore() },
        { "/who", new ClientMessage.List() },
        { "/ls", new ClientMessage.List() },
        { "/msg Ben psst", new ClientMessage.Tell("Ben", "psst") },
        { "/msg \"小 糖豆\" 你好 :tada:", new ClientMessage.Tell("小 糖豆", "你好 🎉") },
        { "well :tada:", new ClientMessage.Say("well 🎉") },
        { "//:tada:", new ClientMessage.Say("/🎉") },
        { "@:tada: :tada:", new ClientMessage.Say("@🎉 🎉") },
        { "/msg :tada: :tada:", new ClientMessage.Tell(":tada:", "🎉") },
        { "@", new ClientMessage.Say("@") },
        { "/me is :fire:", new ClientMessage.Act("is 🔥") },
        { "/nick :fire:", new ClientMessage.Rename(":fire:") },
    };

    private readonly IActorRef _session;

    public CommandRequestSpecs()
    {
        StartChat("localhost:9000", "Ann");
        _session = ExpectSession();
        Receive(_session, Event.Welcome);
        ExpectPrompt("Ann> ");
    }

    private void Decline(ClientMessage request, string typed) =>
        Tell(Session, _session, new SessionProtocol.Declined(new OutgoingRequest(request, typed), "nobody is here"));

    [Theory]
    [MemberData(nameof(Requests))]
    public void The_room_is_asked_for_what_was_typed(string typed, ClientMessage request)
    {
        Type(typed);

        Assert.Equal(new OutgoingRequest(request, typed), Session.ExpectMsg<SessionProtocol.Send>().Request);
    }

    [Theory]
    [InlineData("/msg", "/msg NAME TEXT")]
    [InlineData("/msg Ben", "/msg NAME TEXT")]
    [InlineData("/msg Ben  ", "/msg NAME TEXT")]
    [InlineData("/msg \"Ben B", "/msg NAME TEXT")]
    [InlineData("/nick", "/nick NAME")]
    [InlineData("/me  ", "/me TEXT")]
    [InlineData("/nope", "/nope")]
    public void What_lacks_something_is_answered_and_never_sent(string typed, string answer)
    {
        Type(typed);

        ExpectProblem(answer);
        ExpectSilence(Session);
    }

    [Fact]
    public void A_refused_line_is_told_with_whom_it_was_for_and_why()
    {
        Decline(new ClientMessage.Tell("Ben", "psst"), "@Ben psst");
        ExpectProblem("Not sent to Ben, because nobody is here: @Ben psst");
        Decline(new ClientMessage.Say("hi"), "hi");
        ExpectProblem("Not sent, because nobody is here: hi");
        Decline(new ClientMessage.Rename("Ben"), "/nick Ben");
        ExpectProblem("Not done, because nobody is here: /nick Ben");
    }

    [Fact]
    public void A_name_that_was_taken_is_kept_in_the_next_room()
    {
        Receive(_session, new RoomEvent.NameChanged(new Member("Anna", Event.Mine)));
        ExpectPrompt("Anna> ");

        Type("/join localhost:9001");

        Session.FishForMessage<Relay.Began>(_ => true);
        Assert.Equal("Anna at localhost:9001", Opened[^1]);
    }

    [Fact]
    public void The_names_of_a_room_are_offered_in_its_window()
    {
        Receive(_session, new RoomEvent.MembersShown([Event.Welcome.You]));

        FishShown<ViewProtocol.ShowPresent>(offer => offer.Names.SequenceEqual(["Ann"]));
    }

    [Fact]
    public void The_notice_is_shown_once_more_on_demand()
    {
        Type("/notice");
        Assert.Equal("This room has no notice.", FishShown<ViewProtocol.ShowRemark>(_ => true).Text);

        Receive(_session, new RoomEvent.NoticeShown("be kind"));
        FishShown<ViewProtocol.ShowNotice>(_ => true);
        Type("/notice");
        Assert.Equal("be kind", FishShown<ViewProtocol.ShowNotice>(_ => true).Text);
    }
}
