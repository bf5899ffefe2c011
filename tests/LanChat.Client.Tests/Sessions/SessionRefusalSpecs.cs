using LanChat.Client.Sessions;
using LanChat.Protocol;

namespace LanChat.Client.Tests.Sessions;

public sealed class SessionRefusalSpecs : SessionSpec
{
    public static TheoryData<string> NameRefusals =>
        ["nickname-empty", "nickname-too-long", "nickname-invalid", "nickname-reserved", "nickname-taken"];

    private void ExpectEnd(string code)
    {
        Assert.Equal(code, ExpectMsg<SessionProtocol.Ended>().Refused?.Code);
        Connection.ExpectMsg<Relay.Over>();
        ExpectTerminated(Session);
    }

    [Theory]
    [MemberData(nameof(NameRefusals))]
    public void A_name_that_is_refused_ends_the_session(string code)
    {
        Watch(Session);
        Open();

        Hear(Said.Refusal(new Refusal(code, "No.")));

        ExpectEnd(code);
    }

    [Theory]
    [InlineData("room-full")]
    [InlineData("too-many-connections")]
    [InlineData("malformed")]
    public void A_room_that_lets_nobody_in_ends_the_session(string code)
    {
        Watch(Session);
        Open();

        Hear(Said.Refusal(new Refusal(code, "No.")));

        ExpectEnd(code);
    }

    [Fact]
    public void A_room_that_is_closing_may_open_again()
    {
        Open();

        Hear(Said.Refusal(Refusal.Closing));
        Connection.ExpectMsg<ConnectionProtocol.Continue>();
        Fail();

        Reconnect(ExpectLost());
    }

    [Fact]
    public void Somebody_who_was_inside_tries_again_when_the_room_is_full()
    {
        Enter();
        Fail();
        Reconnect(ExpectLost());
        Open();

        Hear(Said.Refusal(Refusal.RoomFull));
        Connection.ExpectMsg<ConnectionProtocol.Continue>();
        Fail();

        var lost = ExpectLost();
        Assert.Equal(Refusal.RoomFull.Text, lost.Why);
        Reconnect(lost);
    }

    [Fact]
    public void What_was_not_sent_is_told_when_the_session_ends()
    {
        Say("hello");
        Open();

        Hear(Said.Refusal(Refusal.NicknameReserved));

        Assert.Equal([new Line("hello")], ExpectMsg<SessionProtocol.Ended>().Unsent);
    }
}
