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
    public void A_failed_first_connection_exits_with_code_1_and_one_line()
    {
        Feed("one\n");
        Session.ExpectMsg<SessionProtocol.Send>();

        Lose();

        ExpectExit(1, "Lost.\n");
    }

    [Fact]
    public void A_refused_join_exits_with_code_1_and_one_line()
    {
        Feed("one\n");
        Session.ExpectMsg<SessionProtocol.Send>();

        End(Refusal.NicknameReserved, unsent: [One]);

        ExpectExit(1, Refusal.NicknameReserved.Sentence() + "\n");
    }

    [Fact]
    public void A_nickname_refused_on_reconnection_is_reported_with_unsent_lines()
    {
        Feed("one\n");
        EndInput();
        Session.ExpectMsg<SessionProtocol.Send>();
        Join();

        End(Refusal.NicknameTaken, unsent: [One]);

        ExpectExit(1, Refusal.NicknameTaken.Sentence() + "\nNothing was sent from line 1 on.\n");
    }

    [Fact]
    public void After_a_reconnection_an_unacknowledged_line_makes_the_exit_code_1()
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
    public void A_reconnection_without_unacknowledged_lines_is_no_failure()
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
    public void After_30_s_offline_it_gives_up_and_reports_unsent_lines()
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
    public void A_reconnection_resets_the_timeout()
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
    public void Stopping_the_actor_reports_the_number_of_unacknowledged_lines()
    {
        Feed("one\n");
        Session.ExpectMsg<SessionProtocol.Send>();
        Join();

        Sys.Stop(Tool);

        ExpectExit(1, "1 line may not have arrived.\n");
    }

    [Fact]
    public void Stopping_before_joining_reports_that_nothing_was_sent()
    {
        Feed("one\n");
        Session.ExpectMsg<SessionProtocol.Send>();

        Sys.Stop(Tool);

        ExpectExit(1, "Nothing was sent.\n");
    }

    [Fact]
    public void Stopping_with_nothing_pending_exits_with_code_0()
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
