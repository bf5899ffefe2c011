using LanChat.Client.Sessions;
using LanChat.Protocol;

namespace LanChat.Client.Tests.Scripting.LineTool;

public sealed class LineToolLossSpecs : LineToolSpec
{
    private static readonly OutgoingRequest One = new("one", 1);
    private static readonly OutgoingRequest Two = new("two", 2);

    private void Lose(params OutgoingRequest[] unacknowledged) =>
        Tell(new SessionProtocol.Lost("Lost.", TimeSpan.FromSeconds(2), unacknowledged));

    [Fact]
    public void A_connection_that_cannot_be_made_at_first_ends_it_with_1_and_one_line()
    {
        Feed("one\n");
        Session.ExpectMsg<SessionProtocol.Send>();

        Lose();

        ExpectExit(1, "Lost.\n");
    }

    [Fact]
    public void A_room_that_refuses_ends_it_with_1_and_one_line()
    {
        Feed("one\n");
        Session.ExpectMsg<SessionProtocol.Send>();

        End(Refusal.NicknameReserved, unsent: [One]);

        ExpectExit(1, Refusal.NicknameReserved.Sentence() + "\n");
    }

    [Fact]
    public void A_name_that_is_refused_after_a_reconnection_is_told_with_what_was_not_sent()
    {
        Feed("one\n");
        EndInput();
        Session.ExpectMsg<SessionProtocol.Send>();
        Join();

        End(Refusal.NicknameTaken, unsent: [One]);

        ExpectExit(1, Refusal.NicknameTaken.Sentence() + "\nNothing was sent from line 1 on.\n");
    }

    [Fact]
    public void A_connection_lost_later_is_made_again_and_what_is_in_doubt_makes_the_code_1()
    {
        Feed("one\ntwo\n");
        EndInput();
        Join();
        Lose(One);
        Join();
        Receive([Event.By(Event.Mine, "two")], Two);
        Session.FishForMessage<SessionProtocol.Leave>(_ => true);
        End();

        ExpectExit(1, "Line 1 may not have arrived: one\nLost. Trying again in 2 s.\n");
    }

    [Fact]
    public void A_connection_lost_and_made_again_with_nothing_in_doubt_is_no_failure()
    {
        Feed("one\n");
        EndInput();
        Join();
        Lose();
        Join();
        Receive([Event.By(Event.Mine, "one")], One);
        Session.FishForMessage<SessionProtocol.Leave>(_ => true);
        End();

        ExpectExit(0, "Lost. Trying again in 2 s.\n");
    }

    [Fact]
    public void After_30_s_without_a_connection_it_gives_up_and_tells_what_was_not_sent()
    {
        Feed("one\ntwo\nthree\n");
        Join();
        Lose(One);
        Settle(Tool);
        Advance(20_000);
        Lose();
        ExpectSilent();
        Advance(10_000);

        Session.FishForMessage<SessionProtocol.Leave>(_ => true);
        End(unsent: [Two, new OutgoingRequest("three", 3)]);

        const string again = "Lost. Trying again in 2 s.\n";
        ExpectExit(1, $"Line 1 may not have arrived: one\n{again}{again}Nothing was sent from line 2 on.\n");
    }

    [Fact]
    public void Being_in_again_ends_the_giving_up()
    {
        Join();
        Lose();
        Settle(Tool);
        Advance(20_000);
        Join();
        Settle(Tool);
        Advance(20_000);

        ExpectSilence(Session, Tool);
    }

    [Fact]
    public void Stopped_from_outside_it_tells_how_many_lines_are_in_doubt()
    {
        Feed("one\n");
        Session.ExpectMsg<SessionProtocol.Send>();
        Join();

        Sys.Stop(Tool);

        ExpectExit(1, "1 line may not have arrived.\n");
    }

    [Fact]
    public void Stopped_from_outside_before_it_was_inside_nothing_is_in_doubt()
    {
        Feed("one\n");
        Session.ExpectMsg<SessionProtocol.Send>();

        Sys.Stop(Tool);

        ExpectExit(1, "Nothing was sent.\n");
    }

    [Fact]
    public void Stopped_from_outside_with_nothing_under_way_the_code_is_0()
    {
        Sys.Stop(Tool);

        ExpectExit(0);
    }

    private void ExpectSilent()
    {
        Settle(Tool);
        while (Session.HasMessages) Assert.IsNotType<SessionProtocol.Leave>(Session.ReceiveOne(TimeSpan.Zero));
    }
}
