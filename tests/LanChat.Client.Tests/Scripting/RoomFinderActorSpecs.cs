using System.Net;
using Akka.TestKit;
using LanChat.Client.Scripting;
using LanChat.Client.Sessions;
using LanChat.Discovery;
using LanChat.Protocol;

namespace LanChat.Client.Tests.Scripting;

public sealed class RoomFinderActorSpecs : ScriptSpec
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    private readonly TestProbe _job;
    private ServerAddress? _joined;

    public RoomFinderActorSpecs()
    {
        _job = CreateTestProbe();
        Begin(RoomFinderActor.Props(RoomFinder.Of(
            Event.Name("Ours"), Interval, TimeSpan.FromSeconds(5), new HashSet<IPAddress>()), Job, MakeChild, server =>
        {
            _joined = server;
            return Relay.Props(_job.Ref);
        }));
    }

    private void List(params string[] names) => Tell(new DiscoveryProtocol.RoomsChanged(
        [.. names.Select(
            (name, at) => new ListedRoom(at + 1, Event.Name(name), new PeerAddress("10.0.0.1", 8001 + at)))]));

    private void ExpectJoined(int port)
    {
        _job.ExpectMsg<Relay.Began>();
        Assert.Equal(new ServerAddress("10.0.0.1", port), _joined);
        Child.ExpectMsg<Relay.Over>();
    }

    private void ExpectNotJoined()
    {
        ExpectSilence(_job, Command);
        ExpectRunning();
    }

    [Fact]
    public void A_room_is_entered_when_another_one_of_its_name_would_have_been_heard()
    {
        List("Yours", "OURS");
        Advance(2_499);
        ExpectNotJoined();

        Advance(1);

        ExpectJoined(8002);
        ExpectRunning();
    }

    [Fact]
    public void A_room_heard_later_is_entered_at_once()
    {
        List("Yours");
        Advance(4_000);
        ExpectNotJoined();

        List("Yours", "Ours");

        ExpectJoined(8002);
    }

    [Fact]
    public void Once_inside_the_search_is_over()
    {
        List("Ours");
        Advance(2_500);
        ExpectJoined(8001);

        Advance(5_000);

        ExpectNotJoined();
    }

    [Fact]
    public void Two_rooms_of_the_name_are_told_and_none_is_entered()
    {
        List("Ours", "Yours", "ours");
        Advance(2_500);

        ExpectExit(
            1, "Several rooms are named Ours: 10.0.0.1:8001, 10.0.0.1:8003. Choose one with --connect.\n");
        ExpectSilence(_job, Command);
    }

    [Fact]
    public void A_room_that_is_never_heard_of_is_told()
    {
        List("Yours");
        Advance(4_999);
        ExpectNotJoined();
        Advance(1);

        ExpectExit(1, "No room named Ours found in 5 s.\n");
    }

    [Fact]
    public void Where_nothing_can_be_heard_it_is_told_at_once()
    {
        Tell(new DiscoveryProtocol.ListenFailed(8000));

        ExpectExit(1, $"{new DiscoveryProtocol.ListenFailed(8000).Sentence}\n");
    }
}
