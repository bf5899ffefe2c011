using LanChat.Server.Rooms;

namespace LanChat.Server.Tests.Rooms;

public sealed class RoomActorCountSpecs : RoomSpec
{
    [Fact]
    public void Count_subscribers_are_told_now_and_with_every_member_list()
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

        ben.Leave();
        Settle(Room);
        Settle(Room);
        Advance(2_000);
        Assert.Equal(2, counter.ExpectMsg<RoomProtocol.MembersCounted>().Count);
        ExpectSilence(counter, Room);
    }
}
