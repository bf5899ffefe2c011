using LanChat.Protocol;
using LanChat.Protocol.Dialects;

namespace LanChat.Rooms.Tests;

/// <summary>Who is told what, in which order, and what is kept before.</summary>
public sealed class OutcomeSpecs
{
    private static readonly string[] Two = ["one", "two"];

    private static T EventOf<T>(Delivery told)
        where T : RoomEvent => Assert.IsType<T>(Assert.Single(Assert.IsType<Delivery.Reply>(told).Events));

    [Fact]
    public void What_is_said_is_kept_before_everyone_is_told_of_it()
    {
        var room = TestRoom.Open();
        var ann = room.Admit("Ann");
        room.TakeOutcome();
        foreach (var text in Two) room.Say(ann, text);

        var outcome = room.TakeOutcome();

        Assert.Empty(outcome.AtOnce);
        Assert.Equal(Two, outcome.Messages.Select(message => message.Text));
        Assert.Equal(Two, Assert.IsType<Delivery.Broadcast>(Assert.Single(outcome.Deliveries)).Events.Texts());
        Assert.False(room.Room.HasOutcome);
    }

    [Fact]
    public void A_reply_comes_after_all_that_was_said_before_and_before_what_is_said_after()
    {
        var room = TestRoom.Open();
        var ann = room.Admit("Ann");
        room.TakeOutcome();
        room.Say(ann, "one");
        room.Ask(ann, new ClientMessage.List());
        room.Say(ann, "two");

        var outcome = room.TakeOutcome();

        Assert.Equal(Two, outcome.Messages.Select(message => message.Text));
        Assert.Collection(
            outcome.Deliveries,
            told => Assert.Equal(["one"], Assert.IsType<Delivery.Broadcast>(told).Events.Texts()),
            told => EventOf<RoomEvent.MembersListed>(told),
            told => Assert.Equal(["two"], Assert.IsType<Delivery.Broadcast>(told).Events.Texts()));
    }

    [Fact]
    public void A_reply_that_nothing_was_said_before_waits_for_nothing_to_be_kept()
    {
        var room = TestRoom.Open();
        var (ann, ben) = (room.Admit("Ann"), room.Admit("Ben"));
        room.TakeOutcome();
        room.Ask(ann, new ClientMessage.Tell("Ben", "psst"));
        room.Say(ben, "aloud");

        var outcome = room.TakeOutcome();

        Assert.Equal(
            [(ann.Id, "psst"), (ben.Id, "psst")],
            outcome.AtOnce.Cast<Delivery.Reply>().Select(told =>
                (told.Sessions.Single(), EventOf<RoomEvent.Told>(told).Message.Text)));
        Assert.Equal(["aloud"], outcome.Messages.Select(message => message.Text));
    }

    [Fact]
    public void Who_joins_is_shown_what_was_before_the_turn_and_then_gets_the_turn()
    {
        var room = TestRoom.Open();
        var ann = room.Admit("Ann");
        room.Say(ann, "before");
        room.TakeOutcome();
        room.Say(ann, "with");
        var (ben, cid) = (room.Admit("Ben"), room.Admit("Cid"));

        var outcome = room.TakeOutcome();

        var joined = outcome.AtOnce.Cast<Delivery.Joined>().ToArray();
        Assert.Equal([ben.Id, cid.Id], joined.Select(welcome => welcome.Session));
        Assert.Same(joined[0].Entrance, joined[1].Entrance);
        Assert.Equal("before", joined[0].Entrance.Events.Texts()[^1]);
        var turn = Assert.IsType<Delivery.Broadcast>(Assert.Single(outcome.Deliveries)).Events.Texts();
        Assert.Equal(["with", RoomSentences.Joined(ben.Member), RoomSentences.Joined(cid.Member)], turn);
    }

    [Fact]
    public void Who_leaves_is_let_go_after_the_turn_that_holds_their_last_words()
    {
        var room = TestRoom.Open();
        var ann = room.Admit("Ann");
        room.Admit("Ben");
        room.TakeOutcome();
        room.Say(ann, "bye");
        room.Room.Leave(ann.Id);

        var outcome = room.TakeOutcome();

        Assert.Collection(
            outcome.Deliveries,
            told => Assert.Equal(["bye"], Assert.IsType<Delivery.Broadcast>(told).Events.Texts()),
            told => Assert.Equal(ann.Id, Assert.IsType<Delivery.Left>(told).Session));
        Assert.Equal([RoomSentences.Left(ann.Member)], room.TakeTurn().Texts());
    }

    [Fact]
    public void A_retry_is_acknowledged_and_not_published_again()
    {
        var room = TestRoom.Open();
        var ann = room.Admit("Ann");
        room.TakeOutcome();
        for (var time = 0; time < 2; time++) room.Ask(ann, new ClientMessage.Say("once") { Ref = "r1" });

        var outcome = room.TakeOutcome();

        var message = Assert.Single(outcome.Messages);
        Assert.All(
            outcome.Deliveries.OfType<Delivery.Reply>().SelectMany(told => told.Events),
            known => Assert.Equal(new RoomEvent.Known("r1", message.Id), known));
        Assert.Equal(2, outcome.Deliveries.OfType<Delivery.Reply>().Count());
    }

    [Fact]
    public void Group_messages_are_off_from_the_request_on()
    {
        var room = TestRoom.Open();
        var ann = room.Admit("Ann");
        room.TakeOutcome();
        room.Say(ann, "one");
        room.Ask(ann, new ClientMessage.Ignore());

        Assert.Collection(
            room.TakeOutcome().Deliveries,
            told => Assert.IsType<Delivery.Broadcast>(told),
            told => Assert.True(Assert.IsType<Delivery.GroupMessages>(told).AreOff),
            told => Assert.True(EventOf<RoomEvent.IgnoringChanged>(told).IsIgnoring));
        room.Say(ann, "nobody hears this");
        var refused = EventOf<RoomEvent.Refused>(Assert.Single(room.TakeOutcome().AtOnce));
        Assert.Equal(Refusal.Ignoring with { Closes = false }, refused.Reason);
    }

    [Fact]
    public void An_owner_takes_their_nickname_over_and_finds_what_waited()
    {
        var room = TestRoom.Open();
        var first = room.Admit(room.Asks("Ann") with { Key = "key" });
        var ben = room.Admit("Ben");
        var outcome = room.TakeOutcome();
        Assert.Empty(outcome.AtOnce); // that the nickname is theirs is not told before it is kept
        Assert.IsType<RegistryChange.NickUsed>(Assert.Single(outcome.Changes));
        room.Leave(first);
        room.Ask(ben, new ClientMessage.Tell("Ann", "call me"));
        Assert.Single(room.TakeOutcome().Changes.OfType<RegistryChange.MessageQueued>());

        var second = room.Admit(room.Asks("Ann") with { Key = "key" });
        var replies = TestRoom.All(room.TakeOutcome()).OfType<Delivery.Reply>();
        var told = replies.Single(reply => reply.Sessions.Contains(second.Id));
        Assert.Equal("call me", EventOf<RoomEvent.Told>(told).Message.Text);

        room.Admit(room.Asks("Ann") with { Key = "key" });
        var gone = Assert.Single(TestRoom.All(room.TakeOutcome()).OfType<Delivery.Disconnected>());
        Assert.Equal((second.Id, Refusal.TakenOver), (gone.Session, gone.Reason));
    }

    [Fact]
    public void A_nickname_of_somebody_else_is_counted_on_until_it_expires()
    {
        var room = TestRoom.Open();
        room.Leave(room.Admit(room.Asks("Ann") with { Key = "key" }));

        Assert.Equal("Ann_2", room.Admit("Ann").Member.Nickname);
        room.Pass(TimeSpan.FromDays(181));
        Assert.Equal("Ann", room.Admit("Ann").Member.Nickname);
    }

    [Fact]
    public void Who_missed_more_than_is_in_memory_is_shown_what_is_read()
    {
        var from = new PeerAddress("192.168.38.203", 1);
        ChatMessage[] all = [.. Enumerable.Range(1, 30).Select(id =>
            new ChatMessage(id, MessageKind.Said, "Ann", from, $"{id}", TestRoom.Local))];
        var room = TestRoom.Open(
            rules => rules with { IsDurable = true, CatchUp = 5 }, new RestoredState(all[^20..], 30));
        room.Admit(room.Asks("Ann") with { Since = 3 });

        var outcome = room.TakeOutcome();

        Assert.Equal(3, outcome.ReadAfter);
        var entrance = Assert.IsType<Delivery.Joined>(Assert.Single(outcome.AtOnce)).Entrance;
        Assert.Equal(["26", "27", "28", "29", "30"], entrance.EventsWith(all[3..]).Texts());
        Assert.Equal(new RoomEvent.Missed(3, 26, 22), entrance.EventsWith(all[3..])[0]);
        Assert.Equal("30", entrance.EventsWith([]).Texts()[^1]); // it could not be read
    }

    [Fact]
    public void A_closed_room_sends_everyone_away_and_lets_nobody_in()
    {
        var room = TestRoom.Open();
        var ann = room.Admit("Ann");
        room.TakeOutcome();
        room.Say(ann, "bye");
        room.Room.Close(room.Now);

        Assert.Equal(Refusal.Closing, room.Refuse("Ben"));
        Assert.Collection(
            room.TakeOutcome().Deliveries,
            told => Assert.Equal(["bye"], Assert.IsType<Delivery.Broadcast>(told).Events.Texts()),
            told => Assert.Equal(new Delivery.Disconnected(ann.Id, Refusal.Closing), told));
        room.Room.ChangeNotice("nobody is here");
        Assert.False(room.Room.HasOutcome);
    }
}
