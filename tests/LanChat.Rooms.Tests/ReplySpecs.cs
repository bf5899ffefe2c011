using LanChat.Protocol;

namespace LanChat.Rooms.Tests;

/// <summary>Messages that reply to earlier ones.</summary>
public sealed class ReplySpecs
{
    private readonly TestRoom _room = TestRoom.Open();
    private readonly Session _ada;
    private readonly Session _bob;

    public ReplySpecs()
    {
        (_ada, _bob) = (_room.Join("ada"), _room.Join("bob"));
        _room.DequeueOutcome();
    }

    [Fact]
    public void A_reply_names_its_message_and_quotes_it()
    {
        var id = Say(_bob, new ClientMessage.Say("see you\r\nat 3")).Id;

        var reply = Say(_ada, new ClientMessage.Say("yes") { Re = id });
        var waved = Say(_ada, new ClientMessage.Act("waves") { Re = reply.Id });

        Assert.Equal(("yes", id, new Quote("bob", "see you at 3")), (reply.Text, reply.Re, reply.Quote));
        Assert.Equal((MessageKind.Acted, new Quote("ada", "yes")), (waved.Kind, waved.Quote));
    }

    [Fact]
    public void A_long_text_is_quoted_up_to_its_hundredth_character() => Assert.Equal(
        string.Concat(Enumerable.Repeat("😀", 100)) + "…",
        Quote.Of(new ChatMessage(
            1, MessageKind.Said, "bob", _bob.Address, string.Concat(Enumerable.Repeat("😀", 101)), default))!.Text);

    [Fact]
    public void A_quote_changes_with_its_message_and_goes_with_it()
    {
        var id = Say(_bob, new ClientMessage.Say("see you at 3")).Id;
        var reply = Say(_ada, new ClientMessage.Say("yes") { Re = id }).Id;

        Say(_bob, new ClientMessage.Edit(id, "see you at 4"));
        Assert.Equal(new Quote("bob", "see you at 4"), Shown(reply).Quote);
        Say(_bob, new ClientMessage.Recall(id));

        Assert.Equal((id, null), (Shown(reply).Re, Shown(reply).Quote));
        Assert.Null(Say(_ada, new ClientMessage.Say("what was it?") { Re = id }).Quote);
    }

    [Fact]
    public void A_reply_can_be_changed_and_taken_back()
    {
        var id = Say(_bob, new ClientMessage.Say("see you at 3")).Id;
        var reply = Say(_ada, new ClientMessage.Say("yes") { Re = id }).Id;

        var edit = Say(_ada, new ClientMessage.Edit(reply, "no")).Id;
        Assert.Equal(("no", edit, id), (Shown(reply).Text, Shown(reply).Edited, Shown(reply).Re));
        Say(_ada, new ClientMessage.Recall(reply));

        Assert.True(Shown(reply).IsGone);
    }

    [Fact]
    public void A_reply_that_is_sent_again_while_its_message_is_read_is_said_once()
    {
        var room = TestRoom.Open(rules => rules with { IsDurable = true }, new RestoredState([], 100));
        var ada = room.Join("ada");
        room.DequeueOutcome();
        room.Handle(ada, new ClientMessage.Say("yes") { Re = 7, Ref = "r" });
        room.Handle(ada, new ClientMessage.Say("yes") { Re = 7, Ref = "r", RequestId = 2 });
        var reads = TestRoom.All(room.DequeueOutcome()).OfType<Delivery.ReadMessage>().ToArray();
        var old = new ChatMessage(7, MessageKind.Said, "bob", ada.Address, "old", room.Now.Local);

        foreach (var read in reads)
            room.Room.HandleRead(read.Number, new RoomEvent.HistoryPage(0, [old], false, false), room.Now);

        var deliveries = TestRoom.All(room.DequeueOutcome()).ToArray();
        var said = Assert.Single(deliveries.OfType<Delivery.Broadcast>().SelectMany(one => one.Events));
        Assert.Equal("yes", Assert.IsType<RoomEvent.Spoken>(said).Message.Text);
        Assert.Equal(
            [null, 2],
            deliveries.OfType<Delivery.Reply>().SelectMany(one => one.Events)
                .OfType<RoomEvent.Acknowledged>().Select(known => known.ReplyTo));
    }

    [Theory]
    [InlineData(1)] // ada joined
    [InlineData(99)]
    [InlineData(0)]
    [InlineData(long.MinValue)]
    public void What_cannot_be_replied_to_is_refused(long id)
    {
        _room.Handle(_ada, new ClientMessage.Say("yes") { Re = id });

        var replies = TestRoom.All(_room.DequeueOutcome()).OfType<Delivery.Reply>().SelectMany(reply => reply.Events);
        Assert.Equal(Refusal.NoSuchMessage, Assert.IsType<RoomEvent.Refused>(Assert.Single(replies)).Reason);
    }

    [Fact]
    public void What_is_not_in_memory_is_read_first()
    {
        var room = TestRoom.Open(rules => rules with { IsDurable = true }, new RestoredState([], 100));
        var ada = room.Join("ada");
        room.DequeueOutcome();
        room.Handle(ada, new ClientMessage.Say("yes") { Re = 7 });
        var read = Assert.Single(TestRoom.All(room.DequeueOutcome()).OfType<Delivery.ReadMessage>());
        var old = new ChatMessage(7, MessageKind.Said, "bob", ada.Address, "old", room.Now.Local);

        room.Room.HandleRead(read.Number, new RoomEvent.HistoryPage(0, [old], false, false), room.Now);

        var said = room.DequeueBatch().OfType<RoomEvent.Spoken>().Single().Message;
        Assert.Equal(("yes", 7, new Quote("bob", "old")), (said.Text, said.Re, said.Quote));
    }

    [Fact]
    public void Restored_replies_are_quoted()
    {
        var original = new ChatMessage(1, MessageKind.Said, "bob", _bob.Address, "see you at 3", _room.Now.Local);
        var reply = original with { Id = 2, Nickname = "ada", Text = "yes", Re = 1 };
        var room = TestRoom.Open(restored: new RestoredState([reply], 2) { MemberMessages = [original, reply] });

        var shown = room.Entrance().OfType<RoomEvent.HistoryShown>().Single().Messages;

        Assert.Equal(new Quote("bob", "see you at 3"), shown[1].Quote);
    }

    private ChatMessage Say(Session who, ClientMessage request)
    {
        _room.Handle(who, request);
        return _room.DequeueBatch().OfType<RoomEvent.Spoken>().Single().Message;
    }

    private ChatMessage Shown(long id) =>
        _room.Entrance().OfType<RoomEvent.HistoryShown>().Single().Messages.Single(message => message.Id == id);
}
