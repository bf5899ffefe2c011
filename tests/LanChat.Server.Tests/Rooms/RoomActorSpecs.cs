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

        var ann = RequestJoin("Ann");

        var joined = ann.ExpectJoined();
        Assert.Equal(new Member("Ann", new PeerAddress("192.168.38.203", 50_001)), joined.You);
        Assert.Equal(["Ann"], joined.Entrance.Events.OfType<RoomEvent.MembersShown>().Single().Members.Names());
        Assert.Empty(joined.Entrance.Events.Texts());
        Assert.Equal([RoomSentences.Joined(joined.You)], ann.ExpectTexts());
    }

    [Fact]
    public void Everyone_is_told_of_a_join()
    {
        Open();
        var ann = Enter("Ann");

        var ben = RequestJoin("Ben");

        Assert.Equal([RoomSentences.Joined(ben.ExpectJoined().You)], ann.ExpectTexts());
    }

    [Fact]
    public void Joining_with_a_taken_name_is_renamed()
    {
        Open();
        Enter("Ann");

        Assert.Equal("ann_2", RequestJoin("ann").ExpectJoined().You.Nickname);
    }

    [Fact]
    public void Joining_a_full_room_is_rejected_and_not_published()
    {
        Open("limits.members=1");
        var ann = Enter("Ann");

        var ben = RequestJoin("Ben");

        Assert.Equal(Refusal.RoomFull, ben.Probe.ExpectMsg<RoomProtocol.JoinRejected>().Reason);
        ExpectSilence(ann);
        ExpectSilence(ben);
    }

    [Fact]
    public void A_rejected_connection_may_try_again()
    {
        Open("limits.members=1");
        var ann = Enter("Ann");
        var ben = RequestJoin("Ben");
        ben.Probe.ExpectMsg<RoomProtocol.JoinRejected>();
        ann.Leave();
        ann.Probe.ExpectMsg<RoomProtocol.Left>();

        ben.Join("Ben", 50_002);

        Assert.Equal("Ben", ben.ExpectJoined().You.Nickname);
    }

    [Fact]
    public void Joining_twice_is_joining_once()
    {
        Open();
        var ann = Enter("Ann");

        ann.Join("Ann", 50_001);

        ExpectSilence(ann);
    }

    [Fact]
    public void A_message_is_sent_to_everyone_including_its_sender()
    {
        Open();
        var ann = Enter("Ann");
        var ben = Enter("Ben", ann);

        ann.Say("hello");

        var said = Assert.Single(ben.ExpectBatch().Messages());
        Assert.Equal(("Ann", "hello", 3), (said.Nickname, said.Text, said.Id));
        Assert.Equal([said], ann.ExpectBatch().Messages());
    }

    [Fact]
    public void Everyone_gets_the_same_batch_object()
    {
        Open();
        var ann = Enter("Ann");
        var ben = Enter("Ben", ann);

        ann.Say("hello");

        Assert.Same(ann.Probe.ExpectMsg<Batch>(), ben.Probe.ExpectMsg<Batch>());
    }

    [Fact]
    public void A_message_from_outside_the_room_is_ignored()
    {
        Open();
        var ann = Enter("Ann");

        new TestMember(Room, CreateTestProbe()).Say("let me in");

        ExpectSilence(ann);
    }

    [Fact]
    public void A_changed_notice_is_published_and_shown_to_newcomers()
    {
        Open();
        var ann = Enter("Ann");

        Room.Tell(new RoomProtocol.ChangeNotice("Lunch at noon"), CreateTestProbe().Ref);

        Assert.Equal([new RoomEvent.NoticeShown("Lunch at noon")], ann.ExpectBatch());
        Assert.Contains(new RoomEvent.NoticeShown("Lunch at noon"), RequestJoin("Ben").ExpectJoined().Entrance.Events);
    }
}
