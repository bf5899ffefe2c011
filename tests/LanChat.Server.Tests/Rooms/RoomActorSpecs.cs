using LanChat.Protocol;
using LanChat.Protocol.Dialects;
using LanChat.Server.Broadcasts;
using LanChat.Server.Rooms;

namespace LanChat.Server.Tests.Rooms;

public sealed class RoomActorSpecs : RoomSpec
{
    [Fact]
    public void Joining_is_answered_with_the_name_and_the_entrance_then_comes_the_welcome()
    {
        Open();

        var ann = Ask("Ann");

        var joined = ann.ExpectJoined();
        Assert.Equal(new Member("Ann", new PeerAddress("192.168.38.203", 50_001)), joined.You);
        Assert.Equal(["Ann"], joined.Entrance.Events.OfType<RoomEvent.MembersShown>().Single().Members.Names());
        Assert.Empty(joined.Entrance.Events.Texts());
        Assert.Equal([RoomSentences.Joined(joined.You)], ann.ExpectTexts());
    }

    [Fact]
    public void Everyone_hears_who_joins()
    {
        Open();
        var ann = Enter("Ann");

        var ben = Ask("Ben");

        Assert.Equal([RoomSentences.Joined(ben.ExpectJoined().You)], ann.ExpectTexts());
    }

    [Fact]
    public void Joining_with_a_taken_name_is_renamed()
    {
        Open();
        Enter("Ann");

        Assert.Equal("ann_2", Ask("ann").ExpectJoined().You.Nickname);
    }

    [Fact]
    public void Joining_a_full_room_is_rejected_and_nobody_hears_of_it()
    {
        Open("limits.members=1");
        var ann = Enter("Ann");

        var ben = Ask("Ben");

        Assert.Equal(Refusal.RoomFull, ben.Probe.ExpectMsg<RoomProtocol.JoinRejected>().Reason);
        ExpectSilence(ann);
        ExpectSilence(ben);
    }

    [Fact]
    public void Who_was_rejected_may_ask_again()
    {
        Open("limits.members=1");
        var ann = Enter("Ann");
        var ben = Ask("Ben");
        ben.Probe.ExpectMsg<RoomProtocol.JoinRejected>();
        ann.Leaves();
        ann.Probe.ExpectMsg<RoomProtocol.Left>();

        ben.Asks("Ben", 50_002);

        Assert.Equal("Ben", ben.ExpectJoined().You.Nickname);
    }

    [Fact]
    public void Joining_twice_is_joining_once()
    {
        Open();
        var ann = Enter("Ann");

        ann.Asks("Ann", 50_001);

        ExpectSilence(ann);
    }

    [Fact]
    public void What_is_said_is_heard_by_everyone_the_speaker_included()
    {
        Open();
        var ann = Enter("Ann");
        var ben = Enter("Ben", ann);

        ann.Says("hello");

        var said = Assert.Single(ben.ExpectTurn().Messages());
        Assert.Equal(("Ann", "hello", 3), (said.Nickname, said.Text, said.Id));
        Assert.Equal([said], ann.ExpectTurn().Messages());
    }

    [Fact]
    public void Everyone_gets_the_very_same_turn()
    {
        Open();
        var ann = Enter("Ann");
        var ben = Enter("Ben", ann);

        ann.Says("hello");

        Assert.Same(ann.Probe.ExpectMsg<Turn>(), ben.Probe.ExpectMsg<Turn>());
    }

    [Fact]
    public void What_a_stranger_says_is_not_heard()
    {
        Open();
        var ann = Enter("Ann");

        new Guest(Room, CreateTestProbe()).Says("let me in");

        ExpectSilence(ann);
    }

    [Fact]
    public void A_changed_notice_is_told_to_everyone_and_shown_to_newcomers()
    {
        Open();
        var ann = Enter("Ann");

        Room.Tell(new RoomProtocol.ChangeNotice("Lunch at noon"), CreateTestProbe().Ref);

        Assert.Equal([new RoomEvent.NoticeShown("Lunch at noon")], ann.ExpectTurn());
        Assert.Contains(new RoomEvent.NoticeShown("Lunch at noon"), Ask("Ben").ExpectJoined().Entrance.Events);
    }
}
