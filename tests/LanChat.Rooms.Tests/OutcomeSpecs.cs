using LanChat.Protocol;
using LanChat.Protocol.Dialects;

namespace LanChat.Rooms.Tests;

/// <summary>The order of deliveries, and what must be persisted before them.</summary>
public sealed class OutcomeSpecs
{
    private static readonly string[] Two = ["one", "two"];

    private static T EventOf<T>(Delivery delivery)
        where T : RoomEvent => Assert.IsType<T>(Assert.Single(Assert.IsType<Delivery.Reply>(delivery).Events));

    [Fact]
    public void Messages_are_persisted_before_they_are_published()
    {
        var room = TestRoom.Open();
        var ann = room.Join("Ann");
        room.DequeueOutcome();
        foreach (var text in Two) room.Say(ann, text);

        var outcome = room.DequeueOutcome();

        Assert.Empty(outcome.Immediate);
        Assert.Equal(Two, outcome.Messages.Select(message => message.Text));
        Assert.Equal(Two, Assert.IsType<Delivery.Broadcast>(Assert.Single(outcome.Deliveries)).Events.Texts());
        Assert.False(room.Room.HasOutcome);
    }

    [Fact]
    public void A_reply_keeps_its_place_among_the_messages()
    {
        var room = TestRoom.Open();
        var ann = room.Join("Ann");
        room.DequeueOutcome();
        room.Say(ann, "one");
        room.Handle(ann, new ClientMessage.List());
        room.Say(ann, "two");

        var outcome = room.DequeueOutcome();

        Assert.Equal(Two, outcome.Messages.Select(message => message.Text));
        Assert.Collection(
            outcome.Deliveries,
            delivery => Assert.Equal(["one"], Assert.IsType<Delivery.Broadcast>(delivery).Events.Texts()),
            delivery => EventOf<RoomEvent.MembersListed>(delivery),
            delivery => Assert.Equal(["two"], Assert.IsType<Delivery.Broadcast>(delivery).Events.Texts()));
    }

    [Fact]
    public void A_reply_before_any_message_does_not_wait_for_persisting()
    {
        var room = TestRoom.Open();
        var (ann, ben) = (room.Join("Ann"), room.Join("Ben"));
        room.DequeueOutcome();
        room.Handle(ann, new ClientMessage.Tell("Ben", "psst"));
        room.Say(ben, "aloud");

        var outcome = room.DequeueOutcome();

        Assert.Equal(
            [(ann.Id, "psst"), (ben.Id, "psst")],
            outcome.Immediate.Cast<Delivery.Reply>().Select(delivery =>
                (delivery.Sessions.Single(), EventOf<RoomEvent.PrivateMessage>(delivery).Message.Text)));
        Assert.Equal(["aloud"], outcome.Messages.Select(message => message.Text));
    }

    [Fact]
    public void A_newcomer_gets_the_history_before_the_batch_and_then_the_batch()
    {
        var room = TestRoom.Open();
        var ann = room.Join("Ann");
        room.Say(ann, "before");
        room.DequeueOutcome();
        room.Say(ann, "with");
        var (ben, cid) = (room.Join("Ben"), room.Join("Cid"));

        var outcome = room.DequeueOutcome();

        var joined = outcome.Immediate.Cast<Delivery.Joined>().ToArray();
        Assert.Equal([ben.Id, cid.Id], joined.Select(welcome => welcome.Session));
        Assert.Same(joined[0].Entrance, joined[1].Entrance);
        Assert.Equal("before", joined[0].Entrance.Events.Texts()[^1]);
        var batch = Assert.IsType<Delivery.Broadcast>(Assert.Single(outcome.Deliveries)).Events.Texts();
        Assert.Equal(["with", RoomSentences.Joined(ben.Member), RoomSentences.Joined(cid.Member)], batch);
    }

    [Fact]
    public void Leaving_takes_effect_after_the_batch_with_the_last_message()
    {
        var room = TestRoom.Open();
        var ann = room.Join("Ann");
        room.Join("Ben");
        room.DequeueOutcome();
        room.Say(ann, "bye");
        room.Room.Leave(ann.Id);

        var outcome = room.DequeueOutcome();

        Assert.Collection(
            outcome.Deliveries,
            delivery => Assert.Equal(["bye"], Assert.IsType<Delivery.Broadcast>(delivery).Events.Texts()),
            delivery => Assert.Equal(ann.Id, Assert.IsType<Delivery.Left>(delivery).Session));
        Assert.Equal([RoomSentences.Left(ann.Member)], room.DequeueBatch().Texts());
    }

    [Fact]
    public void A_retry_is_acknowledged_and_not_published_again()
    {
        var room = TestRoom.Open();
        var ann = room.Join("Ann");
        room.DequeueOutcome();
        for (var time = 0; time < 2; time++) room.Handle(ann, new ClientMessage.Say("once") { Ref = "r1" });

        var outcome = room.DequeueOutcome();

        var message = Assert.Single(outcome.Messages);
        Assert.All(
            outcome.Deliveries.OfType<Delivery.Reply>().SelectMany(delivery => delivery.Events),
            acknowledged => Assert.Equal(new RoomEvent.Acknowledged("r1", message.Id), acknowledged));
        Assert.Equal(2, outcome.Deliveries.OfType<Delivery.Reply>().Count());
    }

    [Fact]
    public void Group_messages_are_off_from_the_request_on()
    {
        var room = TestRoom.Open();
        var ann = room.Join("Ann");
        room.DequeueOutcome();
        room.Say(ann, "one");
        room.Handle(ann, new ClientMessage.Ignore());

        Assert.Collection(
            room.DequeueOutcome().Deliveries,
            delivery => Assert.IsType<Delivery.Broadcast>(delivery),
            delivery => Assert.True(Assert.IsType<Delivery.GroupMessages>(delivery).AreOff),
            delivery => Assert.True(EventOf<RoomEvent.IgnoringChanged>(delivery).IsIgnoring));
        room.Say(ann, "nobody hears this");
        var refused = EventOf<RoomEvent.Refused>(Assert.Single(room.DequeueOutcome().Immediate));
        Assert.Equal(Refusal.Ignoring with { Closes = false }, refused.Reason);
    }

    [Fact]
    public void An_owner_takes_the_nickname_over_and_gets_the_offline_messages()
    {
        var room = TestRoom.Open();
        var first = room.Join(room.RequestFor("Ann") with { Account = "key" });
        var ben = room.Join("Ben");
        var outcome = room.DequeueOutcome();
        Assert.Empty(outcome.Immediate); // ownership is not confirmed before it is persisted
        Assert.IsType<RegistryChange.NickUsed>(Assert.Single(outcome.Changes));
        room.Leave(first);
        room.Handle(ben, new ClientMessage.Tell("Ann", "call me"));
        Assert.Single(room.DequeueOutcome().Changes.OfType<RegistryChange.MessageQueued>());

        var second = room.Join(room.RequestFor("Ann") with { Account = "key" });
        var replies = TestRoom.All(room.DequeueOutcome()).OfType<Delivery.Reply>();
        var delivery = replies.Single(reply => reply.Sessions.Contains(second.Id));
        Assert.Equal("call me", EventOf<RoomEvent.PrivateMessage>(delivery).Message.Text);

        room.Join(room.RequestFor("Ann") with { Account = "key" });
        var gone = Assert.Single(TestRoom.All(room.DequeueOutcome()).OfType<Delivery.Disconnected>());
        Assert.Equal((second.Id, Refusal.TakenOver), (gone.Session, gone.Reason));
    }

    [Fact]
    public void A_registered_nickname_is_numbered_for_others_until_it_expires()
    {
        var room = TestRoom.Open();
        room.Leave(room.Join(room.RequestFor("Ann") with { Account = "key" }));

        Assert.Equal("Ann_2", room.Join("Ann").Member.Nickname);
        room.Advance(TimeSpan.FromDays(181));
        Assert.Equal("Ann", room.Join("Ann").Member.Nickname);
    }

    [Fact]
    public void A_catch_up_beyond_memory_is_read_from_the_history()
    {
        var from = new PeerAddress("192.168.38.203", 1);
        ChatMessage[] all = [.. Enumerable.Range(1, 30).Select(id =>
            new ChatMessage(id, MessageKind.Said, "Ann", from, $"{id}", TestRoom.Local))];
        var room = TestRoom.Open(
            rules => rules with { IsDurable = true, MaxCatchUp = 5 }, new RestoredState(all[^20..], 30));
        room.Join(room.RequestFor("Ann") with { Since = 3 });

        var outcome = room.DequeueOutcome();

        Assert.Equal(3, outcome.ReadAfter);
        var entrance = Assert.IsType<Delivery.Joined>(Assert.Single(outcome.Immediate)).Entrance;
        Assert.Equal(["26", "27", "28", "29", "30"], entrance.EventsWith(all[3..]).Texts());
        Assert.Equal(new RoomEvent.Missed(3, 26, 22), entrance.EventsWith(all[3..])[0]);
        Assert.Equal("30", entrance.EventsWith([]).Texts()[^1]); // reading failed
    }

    [Fact]
    public void A_closed_room_disconnects_everyone_and_refuses_joins()
    {
        var room = TestRoom.Open();
        var ann = room.Join("Ann");
        room.DequeueOutcome();
        room.Say(ann, "bye");
        room.Room.Close(room.Now);

        Assert.Equal(Refusal.Closing, room.Refuse("Ben"));
        Assert.Collection(
            room.DequeueOutcome().Deliveries,
            delivery => Assert.Equal(["bye"], Assert.IsType<Delivery.Broadcast>(delivery).Events.Texts()),
            delivery => Assert.Equal(new Delivery.Disconnected(ann.Id, Refusal.Closing), delivery));
        room.Room.ChangeNotice("nobody is here");
        Assert.False(room.Room.HasOutcome);
    }
}
