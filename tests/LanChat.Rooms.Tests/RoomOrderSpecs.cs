using LanChat.Protocol;

namespace LanChat.Rooms.Tests;

public sealed class RoomOrderSpecs
{
    [Fact]
    public void Message_ids_grow_by_one()
    {
        var room = TestRoom.Open();
        var ann = room.Join("Ann");
        room.Say(ann, "hello");
        room.Room.ChangeNotice("no message");
        var ben = room.Join("Ben");
        var first = room.DequeueBatch();
        room.Leave(ann);
        room.Say(ben, "alone");
        var second = room.DequeueBatch();

        Assert.Equal([1, 2, 3, 4, 5], first.Concat(second).Messages().Select(message => message.Id));
    }

    [Fact]
    public void A_batch_holds_its_events_in_order()
    {
        var room = TestRoom.Open();
        var ann = room.Join("Ann");
        room.Say(ann, "one");
        room.Room.ChangeNotice("a notice");
        room.Say(ann, "two");

        Assert.Collection(
            room.DequeueBatch(),
            said => Assert.Equal(MessageKind.Joined, Assert.IsType<RoomEvent.Spoken>(said).Message.Kind),
            said => Assert.Equal("one", Assert.IsType<RoomEvent.Spoken>(said).Message.Text),
            said => Assert.Equal("a notice", Assert.IsType<RoomEvent.NoticeShown>(said).Text),
            said => Assert.Equal("two", Assert.IsType<RoomEvent.Spoken>(said).Message.Text));
    }

    [Fact]
    public void An_entrance_has_history_notice_members_and_rights_in_this_order() => Assert.Collection(
        TestRoom.Open().Entrance(),
        shown => Assert.IsType<RoomEvent.HistoryShown>(shown),
        shown => Assert.IsType<RoomEvent.DefaultNoticeShown>(shown),
        shown => Assert.IsType<RoomEvent.MembersShown>(shown),
        shown => Assert.IsType<RoomEvent.SettingsShown>(shown));

    [Fact]
    public void Members_are_listed_in_the_order_they_joined()
    {
        var room = TestRoom.Open();
        room.Join("Cid");
        var ann = room.Join("Ann");
        room.Join("Ben");
        room.Leave(ann);
        room.Join("Ann");

        Assert.Equal(["Cid", "Ben", "Ann"], room.Entrance().OfType<RoomEvent.MembersShown>().Single().Members.Names());
    }

    [Fact]
    public void Changes_of_the_member_list_are_collected_until_dequeued()
    {
        var room = TestRoom.Open();
        room.Join("Ann");
        var ben = room.Join("Ben");

        var first = room.DequeueMemberChanges();
        room.Leave(ben);
        room.Join("Cid");
        var second = room.DequeueMemberChanges();

        Assert.Equal(["Ann", "Ben"], first.Joined.Names());
        Assert.Empty(first.Left);
        Assert.Equal(["Ann", "Cid"], second.Members.Names());
        Assert.Equal(["Cid"], second.Joined.Names());
        Assert.Equal(["Ben"], second.Left.Names());
        Assert.Empty(room.DequeueMemberChanges().Joined);
    }

    [Fact]
    public void A_member_who_joined_and_left_in_between_is_listed_as_left()
    {
        var room = TestRoom.Open();
        room.Leave(room.Join("Ann"));

        var changes = room.DequeueMemberChanges();

        Assert.Empty(changes.Members);
        Assert.Empty(changes.Joined);
        Assert.Equal(["Ann"], changes.Left.Names());
    }

    [Fact]
    public void Every_change_of_the_member_list_is_a_new_version()
    {
        var room = TestRoom.Open();
        var versions = new List<int> { room.Version };

        var ann = room.Join("Ann");
        versions.Add(room.Version);
        room.Say(ann, "hello");
        Assert.Equal(versions[^1], room.Version);
        room.Leave(ann);
        versions.Add(room.Version);

        Assert.Equal(versions.Distinct().Order(), versions);
    }
}
