using LanChat.Protocol;
using LanChat.Protocol.Dialects;

namespace LanChat.Rooms.Tests;

public sealed class RoomHistorySpecs
{
    private static string[] Raw(TestRoom room) =>
        [.. room.Entrance().OfType<RoomEvent.HistoryShown>().Single().Raw!.Select(RoomSentences.TextOf)];

    private static string[] History(TestRoom room) => room.Entrance().OfType<RoomEvent.HistoryShown>().Texts();

    [Fact]
    public void The_last_messages_are_kept_oldest_first()
    {
        var room = TestRoom.Open(rules => rules with { HistorySize = 3 });
        var ann = room.Admit("Ann");

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
        var room = TestRoom.Open(rules => rules with { HistorySize = 2 });
        var ann = room.Admit("Ann");
        for (var i = 0; i < 100; i++) room.Say(ann, $"{i}");

        room.TakeTurn();

        Assert.Equal(["98", "99"], History(room));
    }

    [Fact]
    public void A_room_of_history_size_0_keeps_nothing()
    {
        var room = TestRoom.Open(rules => rules with { HistorySize = 0 });
        room.Say(room.Admit("Ann"), "hello");

        Assert.Equal(2, room.TakeTurn().Length);

        Assert.Empty(History(room));
    }

    [Fact]
    public void Who_came_and_went_does_not_count()
    {
        var room = TestRoom.Open(rules => rules with { HistorySize = 2, HistorySizeRaw = 3 });
        var ann = room.Admit("Ann");
        foreach (var text in new[] { "one", "two", "three" }) room.Say(ann, text);
        var guests = Enumerable.Range(1, 100).Select(number => room.Admit($"guest {number}")).ToArray();
        room.TakeTurn();

        string[] newest = [.. guests[97..].Select(guest => RoomSentences.Joined(guest.Member))];
        Assert.Equal(["two", "three", .. newest[1..]], History(room));
        Assert.Equal(newest, Raw(room));

        foreach (var guest in guests) room.Leave(guest);
        room.Say(ann, "four");
        room.TakeTurn();

        string[] last = [.. guests[98..].Select(guest => RoomSentences.Left(guest.Member)), "four"];
        Assert.Equal(["three", .. last], History(room));
        Assert.Equal(last, Raw(room));
    }

    [Fact]
    public void What_happened_before_the_first_that_is_shown_is_not_shown()
    {
        var room = TestRoom.Open(rules => rules with { HistorySize = 2 });
        var ann = room.Admit("Ann");
        room.Say(ann, "one");
        room.Say(ann, "two");
        room.TakeTurn();

        Assert.Equal(["one", "two"], History(room));
        Assert.Equal([RoomSentences.Joined(ann.Member), "one", "two"], Raw(room));
    }

    [Fact]
    public void No_more_is_shown_than_may_wait_for_somebody()
    {
        var room = TestRoom.Open(rules => rules with { MaxQueued = 30 * 1024 });
        var ann = room.Admit("Ann");
        string[] texts = ["a", new('\u0001', 1500), new('b', 1500), new('\u0002', 1500), "c"];
        foreach (var text in texts) room.Say(ann, text);
        room.TakeTurn();

        Assert.Equal([1500, 1500, 1], History(room).Select(text => text.Length));
    }

    [Fact]
    public void What_is_at_hand_is_all_that_people_said_last_and_all_that_happened_since()
    {
        var room = TestRoom.Open(rules => rules with { HistorySize = 2, HistorySizeRaw = 1 });
        var ann = room.Admit("Ann");
        foreach (var text in new[] { "one", "two", "three" }) room.Say(ann, text);
        for (var time = 0; time < 5; time++) room.Leave(room.Admit("Ben"));
        room.TakeTurn();

        Assert.Equal([3, 4, 12, 13, 14], room.Room.InMemory.Select(message => message.Id));
    }

    [Fact]
    public void Joins_and_leaves_are_history()
    {
        var room = TestRoom.Open();
        var ann = room.Admit("Ann");
        room.Say(ann, "hello");
        room.Leave(ann);
        room.TakeTurn();

        Assert.Equal([RoomSentences.Joined(ann.Member), "hello", RoomSentences.Left(ann.Member)], History(room));
    }

    [Fact]
    public void A_changed_notice_is_not_history()
    {
        var room = TestRoom.Open();
        room.Room.ChangeNotice("Lunch at noon");

        Assert.Single(room.TakeTurn());

        Assert.Empty(History(room));
    }

    [Fact]
    public void What_happens_is_history_when_its_turn_is_taken()
    {
        var room = TestRoom.Open();
        room.Say(room.Admit("Ann"), "hello");
        Assert.Empty(History(room));

        var turn = room.TakeTurn();

        Assert.Equal(turn.Texts(), History(room));
        Assert.False(room.Room.HasOutcome);
        Assert.Empty(room.TakeTurn());
    }

    [Fact]
    public void A_shown_history_does_not_change_afterwards()
    {
        var room = TestRoom.Open();
        var ann = room.Admit("Ann");
        room.TakeTurn();
        var shown = room.Entrance();

        room.Say(ann, "later");
        room.TakeTurn();

        Assert.DoesNotContain("later", shown.Texts());
    }
}
