using LanChat.Protocol;

namespace LanChat.Server.Tests.Rooms;

public sealed class RoomActorListSpecs : RoomSpec
{
    private static readonly string[] Every100Ms = ["members.interval=100ms", "members.interval-per-member=0ms"];

    [Fact]
    public void The_list_follows_a_change_after_the_interval()
    {
        Open(Every100Ms);
        var ann = Enter("Ann");
        Advance(100);
        Enter("Ben", ann);

        Advance(99);
        ExpectSilence(ann);
        Advance(1);

        var changes = ann.ExpectList();
        Assert.Equal(["Ann", "Ben"], changes.Members.Names());
        Assert.Equal(["Ben"], changes.Joined.Names());
        Assert.Empty(changes.Left);
    }

    [Fact]
    public void Many_changes_are_sent_as_one_current_list()
    {
        Open(Every100Ms);
        var ann = Enter("Ann");
        Advance(100);
        var ben = Enter("Ben", ann);
        Advance(60);
        var cid = Enter("Cid", ann, ben);
        ben.Leave();
        ann.ExpectBatch();
        cid.ExpectBatch();

        Advance(40);

        Assert.Equal(["Ann", "Cid"], ann.ExpectList().Members.Names());
        Assert.Equal(["Ann", "Cid"], cid.ExpectList().Members.Names());
        Advance(1000);
        ExpectSilence(ann);
    }

    [Fact]
    public void At_most_one_list_is_sent_per_interval()
    {
        Open(Every100Ms);
        var ann = Enter("Ann");
        Advance(100);
        for (var i = 0; i < 50; i++)
        {
            Enter($"member {i}", ann);
            Advance(10);
            ExpectListIf(i % 10 == 9, ann, members: i + 2);
        }
    }

    [Fact]
    public void The_interval_grows_with_the_room()
    {
        Open("members.interval=100ms", "members.interval-per-member=50ms");
        var ann = Enter("Ann");
        Advance(150);
        Enter("Ben", ann);

        Advance(199);
        ExpectSilence(ann);
        Advance(1);

        ann.ExpectList();
    }

    [Fact]
    public void A_newcomer_with_the_current_list_does_not_get_it_again()
    {
        Open(Every100Ms);
        var ann = Enter("Ann");
        var ben = Enter("Ben", ann);

        Advance(100);

        ann.ExpectList();
        ExpectSilence(ben);
    }

    [Fact]
    public void A_member_who_joined_before_the_last_change_gets_the_list()
    {
        Open(Every100Ms);
        var ann = Enter("Ann");
        var ben = Enter("Ben", ann);
        var cid = Enter("Cid", ann, ben);

        Advance(100);

        Assert.Equal(["Ann", "Ben", "Cid"], ann.ExpectList().Joined.Names());
        Assert.Equal(["Ann", "Ben", "Cid"], ben.ExpectList().Members.Names());
        ExpectSilence(cid);
    }

    [Fact]
    public void A_member_who_joined_and_left_within_an_interval_is_listed_as_left()
    {
        Open(Every100Ms);
        var ann = Enter("Ann");
        Advance(100);
        var ben = Enter("Ben", ann);
        ben.Leave();
        ann.ExpectBatch();

        Advance(100);

        var changes = ann.ExpectList();
        Assert.Equal(["Ann"], changes.Members.Names());
        Assert.Empty(changes.Joined);
        Assert.Equal(["Ben"], changes.Left.Names());
    }

    [Fact]
    public void A_due_list_is_not_sent_before_the_welcome()
    {
        using var clock = new GatedClock();
        Open(clock, Every100Ms);
        var ann = Enter("Ann");
        clock.Shut();
        var ben = RequestJoin("Ben");
        Advance(100);
        clock.Open();

        Assert.Equal(
            ["Ann", "Ben"],
            ben.ExpectJoined().Entrance.Events.OfType<RoomEvent.MembersShown>().Single().Members.Names());
        ben.ExpectBatch();
        ExpectSilence(ben);
    }

    private void ExpectListIf(bool due, TestMember guest, int members)
    {
        if (due) Assert.Equal(members, guest.ExpectList().Members.Count);
        else ExpectSilence(guest);
    }
}
