using LanChat.Server.Rooms;

namespace LanChat.Server.Tests.Rooms;

public sealed class RoomActorCountSpecs : RoomSpec
{
    [Fact]
    public void Who_counts_is_told_now_and_after_changes_as_often_as_the_list_is_sent()
    {
        Open("members.interval=1s");
        var counter = CreateTestProbe();
        var ann = Enter("Ann");
        counter.Send(Room, RoomProtocol.CountMembers.Instance);
        Assert.Equal(1, counter.ExpectMsg<RoomProtocol.MembersCounted>().Count);

        var ben = Enter("Ben", ann);
        Enter("Eve", ann, ben);
        ExpectSilence(counter, Room);
        Advance(2_000);
        Assert.Equal(3, counter.ExpectMsg<RoomProtocol.MembersCounted>().Count);

        ben.Leaves();
        Settle(Room);
        Settle(Room);
        Advance(2_000);
        Assert.Equal(2, counter.ExpectMsg<RoomProtocol.MembersCounted>().Count);
        ExpectSilence(counter, Room);
    }
}
