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
    public void Commands_and_messages_become_requests(string typed, ClientMessage request)
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
    public void An_incomplete_or_unknown_command_is_reported_and_not_sent(string typed, string answer)
    {
        Type(typed);

        ExpectProblem(answer);
        ExpectSilence(Session);
    }

    [Fact]
    public void A_refused_request_is_reported_with_its_recipient_and_reason()
    {
        Decline(new ClientMessage.Tell("Ben", "psst"), "@Ben psst");
        ExpectProblem("Not sent to Ben, because nobody is here: @Ben psst");
        Decline(new ClientMessage.Say("hi"), "hi");
        ExpectProblem("Not sent, because nobody is here: hi");
        Decline(new ClientMessage.Rename("Ben"), "/nick Ben");
        ExpectProblem("Not done, because nobody is here: /nick Ben");
    }

    [Fact]
    public void A_changed_nickname_is_kept_for_the_next_room()
    {
        Receive(_session, new RoomEvent.NameChanged(new Member("Anna", Event.Mine)));
        ExpectPrompt("Anna> ");

        Type("/join localhost:9001");

        Session.FishForMessage<Relay.Started>(_ => true);
        Assert.Equal("Anna at localhost:9001", Opened[^1]);
    }

    [Fact]
    public void The_members_of_a_room_are_offered_for_completion_in_its_window()
    {
        Receive(_session, new RoomEvent.MembersShown([Event.Welcome.You]));

        FishShown<ViewProtocol.ShowPresent>(offer => offer.Names.SequenceEqual(["Ann"]));
    }

    [Fact]
    public void The_notice_command_shows_the_notice_again()
    {
        Type("/notice");
        Assert.Equal("This room has no notice.", FishShown<ViewProtocol.ShowRemark>(_ => true).Text);

        Receive(_session, new RoomEvent.NoticeShown("be kind"));
        FishShown<ViewProtocol.ShowNotice>(_ => true);
        Type("/notice");
        Assert.Equal("be kind", FishShown<ViewProtocol.ShowNotice>(_ => true).Text);
    }
}
