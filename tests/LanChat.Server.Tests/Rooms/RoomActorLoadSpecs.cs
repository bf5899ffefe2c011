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
        Guest[] talkers = [Ask("Ann"), Ask("Ben"), Ask("Cid")];
        foreach (var talker in talkers) talker.ExpectJoined();

        var talk = talkers.Select(talker => Task.Run(() => Talk(talker))).ToArray();
        var newcomers = Enumerable.Range(0, 5).Select(i => Ask($"newcomer {i}")).ToArray();
        await Task.WhenAll(talk);
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
        Guest[] talkers = [Ask("Ann"), Ask("Ben"), Ask("Cid")];
        foreach (var talker in talkers) talker.ExpectJoined();

        var talk = talkers.Select(talker => Task.Run(() => Talk(talker))).ToArray();
        await Task.WhenAll(talk);
        Room.Tell(new RoomProtocol.ChangeNotice("the end"), ActorRefs.NoSender);

        var heard = UntilTheEnd(talkers[0]);
        var last = UntilTheEnd(talkers[1]);
        Assert.Equal(heard[^(Lines * 2)..], last[^(Lines * 2)..]);
        foreach (var name in new[] { "Ann", "Ben", "Cid" })
        {
            var words = heard.Where(said => said.Nickname == name).Select(said => said.Text);
            Assert.Equal(Enumerable.Range(0, Lines).Select(i => $"{i}"), words);
        }
    }

    private static void Talk(Guest talker)
    {
        for (var i = 0; i < Lines; i++) talker.Say($"{i}");
    }

    private static List<ChatMessage> UntilTheEnd(Guest guest)
    {
        var heard = new List<ChatMessage>();
        RoomEvent[] batch;
        do
        {
            batch = guest.ExpectBatch();
            heard.AddRange(batch.Messages());
        }
        while (batch is not [.., RoomEvent.NoticeShown]);
        return heard;
    }
}
