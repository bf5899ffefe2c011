using LanChat.Protocol;

namespace LanChat.Client.Tests.Chat;

public sealed class AwaitedRoomSpecs : ChatSpec
{
    [Fact]
    public void A_room_that_was_named_at_the_start_is_entered_when_it_is_found()
    {
        StartChat(nick: "Ann", awaited: new RoomEntry("Yours", Code: "CODE"));
        List("Ours");
        Assert.Empty(Opened);

        List("Ours", "Yours");

        ExpectActive(1, 1);
        ExpectSession();
        Assert.Equal(["Ann at 10.0.0.1:8002"], Opened);
        Assert.Equal([new RoomEntry(null, Code: "CODE")], Entries);
    }

    [Fact]
    public void Unless_the_user_chooses_another_one()
    {
        StartChat(nick: "Ann", awaited: new RoomEntry("Yours"));
        List("Ours");
        Type("1");
        ExpectActive(1, 1);
        ExpectSession();

        List("Ours", "Yours");

        ExpectSilence(Session);

        Assert.Equal(["Ann at 10.0.0.1:8001"], Opened);
    }
}
