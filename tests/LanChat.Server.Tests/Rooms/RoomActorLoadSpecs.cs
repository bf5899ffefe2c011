using Akka.Actor;
using LanChat.Protocol;
using LanChat.Server.Rooms;

namespace LanChat.Server.Tests.Rooms;

public sealed class RoomActorLoadSpecs : RoomSpec
{
    private const int Lines = 500;

    [Fact]
    public async Task A_newcomer_in_a_busy_room_misses_nothing_and_gets_nothing_twice()
    {
        Open("room.history-size=10000");
        TestMember[] talkers = [RequestJoin("Ann"), RequestJoin("Ben"), RequestJoin("Cid")];
        foreach (var talker in talkers) talker.ExpectJoined();

        var sending = talkers.Select(talker => Task.Run(() => Talk(talker))).ToArray();
        var newcomers = Enumerable.Range(0, 5).Select(i => RequestJoin($"newcomer {i}")).ToArray();
        await Task.WhenAll(sending);
        Room.Tell(new RoomProtocol.ChangeNotice("the end"), ActorRefs.NoSender);

        var all = Enumerable.Range(
            1, (talkers.Length * Lines) + talkers.Length + newcomers.Length).Select(id => (long)id);
        foreach (var newcomer in newcomers)
        {
            var shown = newcomer.ExpectJoined().Entrance.Events.Messages();
            Assert.Equal(all, shown.Concat(UntilTheEnd(newcomer)).Select(message => message.Id));
        }
    }

    [Fact]
    public async Task Everyone_gets_the_same_messages_in_the_same_order()
    {
        Open();
        TestMember[] talkers = [RequestJoin("Ann"), RequestJoin("Ben"), RequestJoin("Cid")];
        foreach (var talker in talkers) talker.ExpectJoined();

        var sending = talkers.Select(talker => Task.Run(() => Talk(talker))).ToArray();
        await Task.WhenAll(sending);
        Room.Tell(new RoomProtocol.ChangeNotice("the end"), ActorRefs.NoSender);

        var received = UntilTheEnd(talkers[0]);
        var last = UntilTheEnd(talkers[1]);
        Assert.Equal(received[^(Lines * 2)..], last[^(Lines * 2)..]);
        foreach (var name in new[] { "Ann", "Ben", "Cid" })
        {
            var texts = received.Where(said => said.Nickname == name).Select(said => said.Text);
            Assert.Equal(Enumerable.Range(0, Lines).Select(i => $"{i}"), texts);
        }
    }

    private static void Talk(TestMember talker)
    {
        for (var i = 0; i < Lines; i++) talker.Say($"{i}");
    }

    private static List<ChatMessage> UntilTheEnd(TestMember guest)
    {
        var received = new List<ChatMessage>();
        RoomEvent[] batch;
        do
        {
            batch = guest.ExpectBatch();
            received.AddRange(batch.Messages());
        }
        while (batch is not [.., RoomEvent.NoticeShown]);
        return received;
    }
}
