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
        _job.ExpectMsg<Relay.Started>();
        Assert.Equal(new ServerAddress("10.0.0.1", port), _joined);
        Child.ExpectMsg<Relay.Stopped>();
    }

    private void ExpectNotJoined()
    {
        ExpectSilence(_job, Command);
        ExpectRunning();
    }

    [Fact]
    public void A_room_is_joined_once_another_of_its_name_would_have_been_found()
    {
        List("Yours", "OURS");
        Advance(2_499);
        ExpectNotJoined();

        Advance(1);

        ExpectJoined(8002);
        ExpectRunning();
    }

    [Fact]
    public void A_room_found_later_is_joined_at_once()
    {
        List("Yours");
        Advance(4_000);
        ExpectNotJoined();

        List("Yours", "Ours");

        ExpectJoined(8002);
    }

    [Fact]
    public void The_search_ends_after_joining()
    {
        List("Ours");
        Advance(2_500);
        ExpectJoined(8001);

        Advance(5_000);

        ExpectNotJoined();
    }

    [Fact]
    public void Several_rooms_of_the_name_are_reported_and_none_is_joined()
    {
        List("Ours", "Yours", "ours");
        Advance(2_500);

        ExpectExit(
            1, "Several rooms are named Ours: 10.0.0.1:8001, 10.0.0.1:8003. Choose one with --connect.\n");
        ExpectSilence(_job, Command);
    }

    [Fact]
    public void A_room_that_is_not_found_is_reported()
    {
        List("Yours");
        Advance(4_999);
        ExpectNotJoined();
        Advance(1);

        ExpectExit(1, "No room named Ours found in 5 s.\n");
    }

    [Fact]
    public void A_discovery_failure_is_reported_at_once()
    {
        Tell(new DiscoveryProtocol.ListenFailed(8000));

        ExpectExit(1, $"{new DiscoveryProtocol.ListenFailed(8000).Sentence}\n");
    }
}
