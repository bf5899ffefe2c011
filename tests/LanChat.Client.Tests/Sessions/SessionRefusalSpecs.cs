using LanChat.Client.Sessions;
using LanChat.Protocol;

namespace LanChat.Client.Tests.Sessions;

public sealed class SessionRefusalSpecs : SessionSpec
{
    public static TheoryData<string> NameRefusals =>
        ["nickname-empty", "nickname-too-long", "nickname-invalid", "nickname-reserved", "nickname-taken"];

    private void ExpectEnd(string code)
    {
        Assert.Equal(code, ExpectMsg<SessionProtocol.Ended>().Refusal?.Code);
        Connection.ExpectMsg<Relay.Stopped>();
        ExpectTerminated(Session);
    }

    [Theory]
    [MemberData(nameof(NameRefusals))]
    public void A_refused_nickname_ends_the_session(string code)
    {
        Watch(Session);
        Open();

        Receive(Event.Refusal(new Refusal(code, "No.")));

        ExpectEnd(code);
    }

    [Theory]
    [InlineData("room-full")]
    [InlineData("too-many-connections")]
    [InlineData("malformed")]
    public void A_refused_join_ends_the_session(string code)
    {
        Watch(Session);
        Open();

        Receive(Event.Refusal(new Refusal(code, "No.")));

        ExpectEnd(code);
    }

    [Fact]
    public void A_closing_room_is_retried()
    {
        Open();

        Receive(Event.Refusal(Refusal.Closing));
        Connection.ExpectMsg<ConnectionProtocol.ResumeReading>();
        Fail();

        Reconnect(ExpectLost());
    }

    [Fact]
    public void A_member_retries_when_the_room_is_full()
    {
        Join();
        Fail();
        Reconnect(ExpectLost());
        Open();

        Receive(Event.Refusal(Refusal.RoomFull));
        Connection.ExpectMsg<ConnectionProtocol.ResumeReading>();
        Fail();

        var lost = ExpectLost();
        Assert.Equal(Refusal.RoomFull.Sentence(), lost.Reason);
        Reconnect(lost);
    }

    [Fact]
    public void Unsent_requests_are_reported_when_the_session_ends()
    {
        Say("hello");
        Open();

        Receive(Event.Refusal(Refusal.NicknameReserved));

        Assert.Equal([new OutgoingRequest("hello")], ExpectMsg<SessionProtocol.Ended>().Unsent);
    }
}
