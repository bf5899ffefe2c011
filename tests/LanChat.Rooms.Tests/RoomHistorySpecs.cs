using LanChat.Protocol;
using LanChat.Protocol.Dialects;

namespace LanChat.Rooms.Tests;

public sealed class RoomHistorySpecs
{
    private static string[] Raw(TestRoom room) =>
        [.. room.Entrance().OfType<RoomEvent.HistoryShown>().Single().Raw!.Select(RoomSentences.TextOf)];

    private static string[] History(TestRoom room) => room.Entrance().OfType<RoomEvent.HistoryShown>().Texts();

    [Fact]
    public void The_newest_messages_are_held_oldest_first()
    {
        var room = TestRoom.Open(rules => rules with { HistorySize = 3 });
        var ann = room.Join("Ann");

        foreach (var text in new[] { "one", "two", "three", "four" })
        {
            room.Say(ann, text);
            room.DequeueBatch();
        }

        Assert.Equal(["two", "three", "four"], History(room));
    }

    [Fact]
    public void A_batch_longer_than_the_history_is_trimmed()
    {
        var room = TestRoom.Open(rules => rules with { HistorySize = 2 });
        var ann = room.Join("Ann");
        for (var i = 0; i < 100; i++) room.Say(ann, $"{i}");

        room.DequeueBatch();

        Assert.Equal(["98", "99"], History(room));
    }

    [Fact]
    public void A_room_of_history_size_0_holds_no_messages()
    {
        var room = TestRoom.Open(rules => rules with { HistorySize = 0 });
        room.Say(room.Join("Ann"), "hello");

        Assert.Equal(2, room.DequeueBatch().Length);

        Assert.Empty(History(room));
    }

    [Fact]
    public void Joins_and_leaves_do_not_count()
    {
        var room = TestRoom.Open(rules => rules with { HistorySize = 2, HistorySizeRaw = 3 });
        var ann = room.Join("Ann");
        foreach (var text in new[] { "one", "two", "three" }) room.Say(ann, text);
        var guests = Enumerable.Range(1, 100).Select(number => room.Join($"guest {number}")).ToArray();
        room.DequeueBatch();

        string[] newest = [.. guests[97..].Select(guest => RoomSentences.Joined(guest.Member))];
        Assert.Equal(["two", "three", .. newest[1..]], History(room));
        Assert.Equal(newest, Raw(room));

        foreach (var guest in guests) room.Leave(guest);
        room.Say(ann, "four");
        room.DequeueBatch();

        string[] last = [.. guests[98..].Select(guest => RoomSentences.Left(guest.Member)), "four"];
        Assert.Equal(["three", .. last], History(room));
        Assert.Equal(last, Raw(room));
    }

    [Fact]
    public void System_messages_before_the_first_shown_message_are_not_shown()
    {
        var room = TestRoom.Open(rules => rules with { HistorySize = 2 });
        var ann = room.Join("Ann");
        room.Say(ann, "one");
        room.Say(ann, "two");
        room.DequeueBatch();

        Assert.Equal(["one", "two"], History(room));
        Assert.Equal([RoomSentences.Joined(ann.Member), "one", "two"], Raw(room));
    }

    [Fact]
    public void An_entrance_fits_into_the_outgoing_queue()
    {
        var room = TestRoom.Open(rules => rules with { MaxQueued = 30 * 1024 });
        var ann = room.Join("Ann");
        string[] texts = ["a", new('\u0001', 1500), new('b', 1500), new('\u0002', 1500), "c"];
        foreach (var text in texts) room.Say(ann, text);
        room.DequeueBatch();

        Assert.Equal([1500, 1500, 1], History(room).Select(text => text.Length));
    }

    [Fact]
    public void Memory_holds_the_newest_member_messages_and_all_messages_since()
    {
        var room = TestRoom.Open(rules => rules with { HistorySize = 2, HistorySizeRaw = 1 });
        var ann = room.Join("Ann");
        foreach (var text in new[] { "one", "two", "three" }) room.Say(ann, text);
        for (var time = 0; time < 5; time++) room.Leave(room.Join("Ben"));
        room.DequeueBatch();

        Assert.Equal([3, 4, 12, 13, 14], room.Room.InMemory.Select(message => message.Id));
    }

    [Fact]
    public void Joins_and_leaves_are_history()
    {
        var room = TestRoom.Open();
        var ann = room.Join("Ann");
        room.Say(ann, "hello");
        room.Leave(ann);
        room.DequeueBatch();

        Assert.Equal([RoomSentences.Joined(ann.Member), "hello", RoomSentences.Left(ann.Member)], History(room));
    }

    [Fact]
    public void A_changed_notice_is_not_history()
    {
        var room = TestRoom.Open();
        room.Room.ChangeNotice("Lunch at noon");

        Assert.Single(room.DequeueBatch());

        Assert.Empty(History(room));
    }

    [Fact]
    public void Messages_become_history_when_their_batch_is_dequeued()
    {
        var room = TestRoom.Open();
        room.Say(room.Join("Ann"), "hello");
        Assert.Empty(History(room));

        var batch = room.DequeueBatch();

        Assert.Equal(batch.Texts(), History(room));
        Assert.False(room.Room.HasOutcome);
        Assert.Empty(room.DequeueBatch());
    }

    [Fact]
    public void A_shown_history_does_not_change_afterwards()
    {
        var room = TestRoom.Open();
        var ann = room.Join("Ann");
        room.DequeueBatch();
        var shown = room.Entrance();

        room.Say(ann, "later");
        room.DequeueBatch();

        Assert.DoesNotContain("later", shown.Texts());
    }
}
