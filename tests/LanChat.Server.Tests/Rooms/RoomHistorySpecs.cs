using LanChat.Protocol;
using LanChat.Server.Rooms;

namespace LanChat.Server.Tests.Rooms;

public sealed class RoomHistorySpecs : PureRoomSpec
{
    private static string[] History(Room room) => room.Entrance().OfType<RoomEvent.HistoryShown>().Texts();

    [Fact]
    public void The_last_messages_are_kept_oldest_first()
    {
        var room = Open("room.history-size=3");
        var ann = Admit(room, "Ann");

        foreach (var text in new[] { "one", "two", "three", "four" })
        {
            room.Say(ann, text);
            room.TakeTurn();
        }

        Assert.Equal(["two", "three", "four"], History(room));
    }

    [Fact]
    public void A_turn_longer_than_the_history_is_trimmed_too()
    {
        var room = Open("room.history-size=2");
        var ann = Admit(room, "Ann");
        for (var i = 0; i < 100; i++) room.Say(ann, $"{i}");

        room.TakeTurn();

        Assert.Equal(["98", "99"], History(room));
    }

    [Fact]
    public void A_room_of_history_size_0_keeps_nothing()
    {
        var room = Open("room.history-size=0");
        room.Say(Admit(room, "Ann"), "hello");

        Assert.Equal(2, room.TakeTurn().Length);

        Assert.Empty(History(room));
    }

    [Fact]
    public void Joins_and_leaves_are_history()
    {
        var room = Open();
        var ann = Admit(room, "Ann");
        room.Say(ann, "hello");
        room.Leave(ann);
        room.TakeTurn();

        Assert.Equal([Phrases.Welcome(ann.Member), "hello", Phrases.Farewell(ann.Member)], History(room));
    }

    [Fact]
    public void A_changed_notice_is_not_history()
    {
        var room = Open();
        room.ChangeNotice("Lunch at noon");

        Assert.Single(room.TakeTurn());

        Assert.Empty(History(room));
    }

    [Fact]
    public void What_happens_is_history_when_its_turn_is_taken()
    {
        var room = Open();
        room.Say(Admit(room, "Ann"), "hello");
        Assert.Empty(History(room));

        var turn = room.TakeTurn();

        Assert.Equal(turn.Texts(), History(room));
        Assert.False(room.HasTurn);
        Assert.Empty(room.TakeTurn());
    }

    [Fact]
    public void A_shown_history_does_not_change_afterwards()
    {
        var room = Open();
        var ann = Admit(room, "Ann");
        room.TakeTurn();
        var shown = room.Entrance();

        room.Say(ann, "later");
        room.TakeTurn();

        Assert.DoesNotContain("later", shown.Texts());
    }
}
