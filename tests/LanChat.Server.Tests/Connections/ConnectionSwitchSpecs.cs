using LanChat.Protocol;
using LanChat.Server.Broadcasts;
using LanChat.Server.Rooms;

namespace LanChat.Server.Tests.Connections;

public sealed class ConnectionSwitchSpecs : ConnectionSpec
{
    [Fact]
    public void Of_the_room_that_was_left_only_private_messages_still_arrive()
    {
        EnterInLineMode();
        Receive("/join Theirs\n");
        Assert.Equal("Theirs", Room.ExpectMsg<RoomProtocol.Join>().Room);
        var entrance = new Batch([new RoomEvent.MembersShown([])]);
        CreateTestProbe().Send(
            Connection, new RoomProtocol.Joined(new Member("Ann", Client), entrance) { Room = "Theirs" });
        Room.ExpectMsg<RoomProtocol.Leave>();

        Publish("too late");
        Reply(new Batch([new RoomEvent.PrivateMessage(
            new ChatMessage(0, MessageKind.Said, "Ben", Client, "for you alone", TestClock.Local),
            new Member("Ann", Client))]));

        var written = "";
        while (!written.Contains("for you alone", StringComparison.Ordinal)) written += ExpectWrite();
        Assert.DoesNotContain("too late", written, StringComparison.Ordinal);
        Reply(RoomProtocol.Left.Instance);
        ExpectReading();
    }
}
