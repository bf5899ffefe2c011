using LanChat.Protocol;

namespace LanChat.Rooms.Tests;

/// <summary>Messages are changed and taken back by those who sent them.</summary>
public sealed class MessageChangeSpecs
{
    private static readonly TimeSpan GuestTime = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan NamedTime = TimeSpan.FromMinutes(15);

    private readonly TestRoom _room = TestRoom.Open();
    private readonly Session _ada;
    private readonly Session _bob;

    public MessageChangeSpecs()
    {
        _ada = _room.Join(_room.RequestFor("ada") with { Account = "ada's" });
        _bob = _room.Join("bob");
        _room.DequeueOutcome();
    }

    [Fact]
    public void An_edit_is_a_message_of_the_log_and_the_history_shows_the_new_text()
    {
        var id = Say(_ada, "see you at 3");

        var change = Change(_ada, new ClientMessage.Edit(id, "see you at 4") { Ref = "r" });

        Assert.Equal((id + 1, MessageKind.Edited, id, "see you at 4"), (
            change.Id, change.Kind, change.Target, change.Text));
        var shown = Assert.Single(History(), message => message.IsTalk);
        Assert.Equal(("see you at 4", change.Id, false), (shown.Text, shown.Edited, shown.IsGone));
        Assert.DoesNotContain(History(), message => message.IsChange);
    }

    [Fact]
    public void What_was_taken_back_is_gone()
    {
        var id = Say(_bob, "oops");
        Change(_bob, new ClientMessage.Edit(id, "oops!"));

        var change = Change(_bob, new ClientMessage.Recall(id));

        Assert.Equal((MessageKind.Recalled, id, ""), (change.Kind, change.Target, change.Text));
        var shown = Assert.Single(History(), message => message.IsTalk);
        Assert.Equal(("", 0, true), (shown.Text, shown.Edited, shown.IsGone));
        Assert.DoesNotContain(_room.Room.InMemory, message => message.Text.Contains("oops", StringComparison.Ordinal));
        Assert.Equal(Refusal.NoSuchMessage, RefusalOf(_bob, new ClientMessage.Edit(id, "again")));
        Assert.Equal(Refusal.NoSuchMessage, RefusalOf(_bob, new ClientMessage.Recall(id)));
    }

    [Fact]
    public void A_message_and_its_change_may_be_in_one_batch()
    {
        _room.Say(_ada, "one");
        var id = _room.Room.State.Log.LastId;
        _room.Handle(_ada, new ClientMessage.Edit(id, "two"));
        _room.Handle(_ada, new ClientMessage.Edit(id, "three"));
        _room.DequeueBatch();

        Assert.Equal("three", Assert.Single(History(), message => message.IsTalk).Text);
    }

    [Fact]
    public void Others_may_not_change_it_also_not_by_the_same_nickname()
    {
        var id = Say(_ada, "mine");
        Assert.Equal(Refusal.NotYours, RefusalOf(_bob, new ClientMessage.Recall(id)));
        _room.Leave(_ada);
        var stranger = _room.Join("ada");
        _room.DequeueOutcome();
        Assert.Equal(Refusal.NotYours, RefusalOf(stranger, new ClientMessage.Edit(id, "theirs")));

        var again = _room.Join(_room.RequestFor("ada L.") with { Account = "ada's" });
        _room.DequeueOutcome();
        Change(again, new ClientMessage.Edit(id, "still mine"));
    }

    [Fact]
    public void A_guest_may_as_long_as_the_session_is_there()
    {
        var id = Say(_bob, "mine");
        Change(_bob, new ClientMessage.Edit(id, "changed"));
        _room.Leave(_bob);
        var again = _room.Join("bob");
        _room.DequeueOutcome();

        Assert.Equal(Refusal.NotYours, RefusalOf(again, new ClientMessage.Edit(id, "again")));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void There_is_a_time_for_it(bool isNamed)
    {
        var (who, time) = isNamed ? (_ada, NamedTime) : (_bob, GuestTime);
        var id = Say(who, "mine");
        _room.Advance(time);
        Change(who, new ClientMessage.Edit(id, "in time"));
        _room.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(Refusal.TooLate, RefusalOf(who, new ClientMessage.Edit(id, "late")));
        Assert.Equal(Refusal.TooLate, RefusalOf(who, new ClientMessage.Recall(id)));
    }

    [Fact]
    public void A_file_can_be_taken_back_and_not_be_edited()
    {
        _room.Handle(_ada, new ClientMessage.Share("notes.txt", "text", null));
        var id = _room.Room.State.Log.LastId;
        _room.DequeueOutcome();
        Assert.Equal(Refusal.NoSuchMessage, RefusalOf(_ada, new ClientMessage.Edit(id, "other.txt")));

        _room.Handle(_ada, new ClientMessage.Recall(id));

        var deliveries = _room.DequeueOutcome().Deliveries;
        Assert.Equal("notes.txt", Assert.Single(deliveries.OfType<Delivery.FileRecalled>()).File.Name);
        var gone = Assert.Single(History(), message => message.IsTalk);
        Assert.Equal((null, "", true), (gone.File, gone.Text, gone.IsGone));
    }

    [Fact]
    public void Zero_is_the_last_own_message()
    {
        Say(_ada, "first");
        Say(_ada, "second");
        Say(_bob, "other");

        Change(_ada, new ClientMessage.Correct("econd", "ECOND"));
        Change(_ada, new ClientMessage.Edit(0, "third"));
        Change(_ada, new ClientMessage.Recall(0));

        Assert.Equal(["first", "", "other"], History().Where(message => message.IsTalk).Select(message => message.Text));
        var silent = _room.Join("silent");
        _room.DequeueOutcome();
        Assert.Equal(Refusal.NoSuchMessage, RefusalOf(silent, new ClientMessage.Recall(0)));
    }

    [Fact]
    public void What_cannot_be_changed_is_refused()
    {
        var id = Say(_ada, "text");
        Assert.Equal(Refusal.Incomplete, RefusalOf(_ada, new ClientMessage.Edit(id, "")));
        Assert.Equal(Refusal.Incomplete, RefusalOf(_ada, new ClientMessage.Correct("absent", "x")));
        Assert.Equal(Refusal.NoSuchMessage, RefusalOf(_ada, new ClientMessage.Edit(id + 1, "x")));
        Assert.Equal(Refusal.NoSuchMessage, RefusalOf(_ada, new ClientMessage.Edit(-1, "x")));
        Assert.Equal(Refusal.NoSuchMessage, RefusalOf(_ada, new ClientMessage.Edit(1, "x"))); // she joined
        _room.Handle(_ada, new ClientMessage.Ignore());
        _room.DequeueOutcome();
        Assert.Equal(Refusal.Ignoring, RefusalOf(_ada, new ClientMessage.Edit(id, "x")));
        Change(_ada, new ClientMessage.Recall(id));
    }

    [Fact]
    public void A_retry_is_acknowledged_and_not_done_again()
    {
        var id = Say(_ada, "one");
        var change = Change(_ada, new ClientMessage.Edit(id, "two") { Ref = "r" });

        _room.Handle(_ada, new ClientMessage.Edit(id, "two") { Ref = "r", RequestId = 7 });

        var known = Assert.Single(RepliesTo(_ada).OfType<RoomEvent.Acknowledged>());
        Assert.Equal(("r", change.Id, 7), (known.Ref, known.Id, known.ReplyTo));
    }

    [Fact]
    public void A_message_that_is_not_in_memory_is_read_from_the_history()
    {
        var room = TestRoom.Open(rules => rules with { IsDurable = true }, new RestoredState([], 100));
        var ada = room.Join(room.RequestFor("ada") with { Account = "ada's" });
        room.DequeueOutcome();
        var stored = new ChatMessage(7, MessageKind.Said, "ada", ada.Address, "old", room.Now.Local)
        {
            Account = "ada's",
        };

        room.Handle(ada, new ClientMessage.Edit(7, "new") { RequestId = 1 });

        var read = Assert.Single(TestRoom.All(room.DequeueOutcome()).OfType<Delivery.ReadMessage>());
        Assert.Equal(7, read.Id);
        room.Room.HandleRead(read.Number, new RoomEvent.HistoryPage(0, [stored], false, false), room.Now);
        var batch = room.DequeueBatch().OfType<RoomEvent.Spoken>();
        Assert.Equal((7, "new"), (batch.Single().Message.Target, batch.Single().Message.Text));

        room.Room.HandleRead(read.Number, new RoomEvent.HistoryPage(0, [stored], false, false), room.Now); // once
        Assert.Empty(room.DequeueBatch());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_message_that_cannot_be_read_is_refused(bool isBroken)
    {
        var room = TestRoom.Open(rules => rules with { IsDurable = true }, new RestoredState([], 100));
        var ada = room.Join(room.RequestFor("ada") with { Account = "ada's" });
        room.DequeueOutcome();
        room.Handle(ada, new ClientMessage.Recall(7));
        var number = Assert.Single(TestRoom.All(room.DequeueOutcome()).OfType<Delivery.ReadMessage>()).Number;
        var neighbour = new ChatMessage(8, MessageKind.Said, "ada", ada.Address, "x", room.Now.Local);

        room.Room.HandleRead(
            number,
            isBroken
                ? new RoomEvent.Refused(Refusal.HistoryUnreadable, ada.Address, default)
                : new RoomEvent.HistoryPage(0, [neighbour], false, false),
            room.Now);

        var refused = TestRoom.All(room.DequeueOutcome()).OfType<Delivery.Reply>()
            .SelectMany(reply => reply.Events).OfType<RoomEvent.Refused>().Single();
        Assert.Equal(isBroken ? Refusal.HistoryUnreadable : Refusal.NoSuchMessage, refused.Reason);
    }

    [Fact]
    public void Who_comes_back_gets_the_changes_of_what_they_have_and_of_what_they_missed()
    {
        var known = Say(_ada, "known");
        var since = known;
        var missed = Say(_bob, "missed");
        Change(_ada, new ClientMessage.Edit(known, "known, changed"));
        Change(_bob, new ClientMessage.Recall(missed));

        _room.Join(_room.RequestFor("eve") with { Since = since, Log = _room.Room.Log });

        var entrance = TestRoom.All(_room.DequeueOutcome()).OfType<Delivery.Joined>().Single().Entrance;
        var shown = entrance.Events.OfType<RoomEvent.HistoryShown>().SelectMany(page => page.Messages)
            .Where(message => message.Kind != MessageKind.Joined).ToArray();
        Assert.Equal([missed, missed + 1, missed + 2], shown.Select(message => message.Id));
        Assert.True(shown[0].IsGone);
        Assert.Equal((known, "known, changed"), (shown[1].Target, shown[1].Text));
        Assert.Equal((missed, MessageKind.Recalled), (shown[2].Target, shown[2].Kind));
        Assert.Empty(entrance.Events.OfType<RoomEvent.Missed>());
    }

    [Fact]
    public void Changes_of_what_a_returning_client_has_are_shown_beyond_the_limit()
    {
        var room = TestRoom.Open(rules => rules with { MaxCatchUp = 2, HistorySize = 100, HistorySizeRaw = 100 });
        var ada = room.Join(room.RequestFor("ada") with { Account = "ada's" });
        room.Say(ada, "known");
        var known = room.Room.State.Log.LastId;
        room.Handle(ada, new ClientMessage.Edit(known, "known, changed"));
        for (var count = 0; count < 5; count++) room.Say(ada, $"{count}");
        room.DequeueOutcome();

        room.Join(room.RequestFor("eve") with { Since = known, Log = room.Room.Log });

        var events = TestRoom.All(room.DequeueOutcome()).OfType<Delivery.Joined>().Single().Entrance.Events;
        var shown = events.OfType<RoomEvent.HistoryShown>().SelectMany(page => page.Messages).ToArray();
        Assert.Equal(["known, changed", "3", "4"], shown.Select(message => message.Text));
        var gap = Assert.Single(events.OfType<RoomEvent.Missed>());
        Assert.Equal((known, shown[1].Id, 3), (gap.After, gap.Before, gap.Count));
    }

    [Theory]
    [InlineData(Role.Guest, false, "15m", 120)]
    [InlineData(Role.Guest, false, "1m", 60)]
    [InlineData(Role.Guest, true, "15m", 900)]
    [InlineData(Role.Trusted, true, "1h", 3600)]
    [InlineData(Role.Guest, true, "0", 0)]
    [InlineData(Role.Owner, true, "0", 0)]
    public void The_time_depends_on_the_room_and_on_who_somebody_is(Role role, bool isNamed, string edit, int seconds)
    {
        Assert.True(new RoomSettings().TryWith([KeyValuePair.Create("edit", edit)], out var settings));

        Assert.Equal(TimeSpan.FromSeconds(seconds), Permissions.EditTime(new Standing(role, isNamed), settings));
    }

    [Theory]
    [InlineData(Role.Moderator)]
    [InlineData(Role.Owner)]
    public void Moderators_may_at_any_time(Role role) => Assert.Equal(
        RoomSettings.MaxKeepAge, Permissions.EditTime(new Standing(role, IsNamed: true), new RoomSettings()));

    private long Say(Session who, string text)
    {
        _room.Say(who, text);
        _room.DequeueOutcome();
        return _room.Room.State.Log.LastId;
    }

    /// <summary>Sends a request that is done; returns the change.</summary>
    private ChatMessage Change(Session who, ClientMessage request)
    {
        _room.Handle(who, request);
        return _room.DequeueBatch().OfType<RoomEvent.Spoken>().Single().Message;
    }

    private Refusal RefusalOf(Session who, ClientMessage request)
    {
        _room.Handle(who, request);
        return RepliesTo(who).OfType<RoomEvent.Refused>().Single().Reason;
    }

    private RoomEvent[] RepliesTo(Session who) =>
    [
        .. TestRoom.All(_room.DequeueOutcome()).OfType<Delivery.Reply>()
            .Where(reply => reply.Sessions.Contains(who.Id)).SelectMany(reply => reply.Events),
    ];

    private IReadOnlyList<ChatMessage> History() =>
        _room.Entrance().OfType<RoomEvent.HistoryShown>().Single().Messages;
}
