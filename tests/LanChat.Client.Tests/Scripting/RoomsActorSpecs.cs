using LanChat.Client.Scripting;
using LanChat.Discovery;
using LanChat.Protocol;

namespace LanChat.Client.Tests.Scripting;

public sealed class RoomsActorSpecs : ScriptSpec
{
    public RoomsActorSpecs() => Begin(RoomsActor.Props(
        Job,
        new RoomsActor.ListenTimes(TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(5)),
        "",
        ScriptText.Of,
        MakeChild));

    private void List(params string[] names) => Tell(new DiscoveryProtocol.RoomsChanged(
        [.. names.Select(
            (name, at) => new ListedRoom(at + 1, Event.Name(name), new PeerAddress("10.0.0.1", 8001 + at)))]));

    [Fact]
    public void Each_room_is_printed_once_when_it_is_heard_until_all_were()
    {
        List();
        List("Ours");
        AwaitAssert(() => Assert.Equal("Ours\t10.0.0.1\t8001\n", Printed.Text));
        List("Renamed", "Yours");
        List("Renamed");
        Settle(Command);
        Advance(2_999);
        ExpectRunning();
        Advance(1);

        ExpectExit(0);
        Assert.Equal("Ours\t10.0.0.1\t8001\nYours\t10.0.0.1\t8002\n", Printed.Text);
    }

    [Fact]
    public void Where_none_was_heard_it_goes_on_until_one_is()
    {
        Advance(4_000);
        ExpectRunning();
        List("Ours");

        ExpectExit(0);
        Assert.Equal("Ours\t10.0.0.1\t8001\n", Printed.Text);
    }

    [Fact]
    public void With_no_room_near_it_fails()
    {
        List();
        Advance(5_000);

        ExpectExit(1, "No room found in 5 s.\n");
    }

    [Fact]
    public void Where_nothing_can_be_heard_it_fails_at_once()
    {
        Tell(new DiscoveryProtocol.ListenFailed(8000));

        ExpectExit(1, $"{new DiscoveryProtocol.ListenFailed(8000).Sentence}\n");
    }

    [Fact]
    public void Nothing_is_lost_while_the_output_takes_nothing()
    {
        Printed.Gate = new TaskCompletionSource();
        List("Ours");
        List("Ours", "Yours");
        Advance(5_000);
        ExpectRunning();

        Printed.Gate.SetResult();

        ExpectExit(0);
        Assert.Equal("Ours\t10.0.0.1\t8001\nYours\t10.0.0.1\t8002\n", Printed.Text);
    }

    [Fact]
    public void An_output_that_cannot_be_written_is_a_failure()
    {
        Printed.Gate = new TaskCompletionSource();
        List("Ours");

        Printed.Gate.SetException(new IOException("No space left"));

        ExpectExit(1, "The output cannot be written: No space left\n");
    }

    [Fact]
    public void When_nobody_reads_them_any_more_it_ends()
    {
        CloseOutput();
        List("Ours");

        ExpectExit(ExitCode.OutputClosed);
    }

    [Fact]
    public void That_nobody_reads_them_any_more_is_noticed_though_none_is_heard()
    {
        ExpectRunning();
        CloseOutput();

        Advance(DataOutput.PollInterval);

        ExpectExit(ExitCode.OutputClosed);
    }
}
