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
    public void Each_room_is_printed_once_until_the_search_ends()
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
    public void Without_rooms_the_search_goes_on_until_the_first_one()
    {
        Advance(4_000);
        ExpectRunning();
        List("Ours");

        ExpectExit(0);
        Assert.Equal("Ours\t10.0.0.1\t8001\n", Printed.Text);
    }

    [Fact]
    public void No_room_is_a_failure()
    {
        List();
        Advance(5_000);

        ExpectExit(1, "No room found in 5 s.\n");
    }

    [Fact]
    public void A_discovery_failure_is_a_failure_at_once()
    {
        Tell(new DiscoveryProtocol.ListenFailed(8000));

        ExpectExit(1, $"{new DiscoveryProtocol.ListenFailed(8000).Sentence}\n");
    }

    [Fact]
    public void Rooms_found_while_the_output_blocks_are_not_lost()
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
    public void An_output_error_is_a_failure()
    {
        Printed.Gate = new TaskCompletionSource();
        List("Ours");

        Printed.Gate.SetException(new IOException("No space left"));

        ExpectExit(1, "The output cannot be written: No space left\n");
    }

    [Fact]
    public void A_closed_output_ends_the_command()
    {
        CloseOutput();
        List("Ours");

        ExpectExit(ExitCode.OutputClosed);
    }

    [Fact]
    public void A_closed_output_is_noticed_without_rooms()
    {
        ExpectRunning();
        CloseOutput();

        Advance(DataOutput.PollInterval);

        ExpectExit(ExitCode.OutputClosed);
    }
}
