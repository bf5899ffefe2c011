using LanChat.Protocol;

namespace LanChat.Rooms.Tests;

public sealed class AdministrationSpecs
{
    private const string OwnerKey = "key of the owner";

    private readonly TestRoom _room = TestRoom.Open(record: new RoomRecord(TestRoom.NameOf("Kitchen"))
    {
        Roles = new Dictionary<string, Role> { [OwnerKey] = Role.Owner },
    });

    private readonly Session _owner;
    private readonly Session _guest;

    public AdministrationSpecs()
    {
        _owner = _room.Join(_room.RequestFor("Ada") with { Account = OwnerKey });
        _guest = _room.Join(_room.RequestFor("Bob") with { Account = "key of bob" });
        _room.DequeueOutcome();
    }

    public static TheoryData<ClientMessage> Requests => new()
    {
        new ClientMessage.ChangeSettings([KeyValuePair.Create("topic", "x")]),
        new ClientMessage.ChangeSettings([KeyValuePair.Create("entry", "closed")]),
        new ClientMessage.GiveRole("Bob", "trusted"),
        new ClientMessage.GiveRole("Bob", "owner"),
        new ClientMessage.Admit("Eve"),
        new ClientMessage.Reject("Eve"),
        new ClientMessage.ArchiveRoom(),
    };

    [Theory]
    [MemberData(nameof(Requests))]
    public void A_guest_may_do_none_of_it(ClientMessage request)
    {
        var before = _room.Room.Record;

        _room.Handle(_guest, request with { RequestId = 7 });

        var refused = Assert.IsType<RoomEvent.Refused>(Assert.Single(RepliesTo(_guest)));
        Assert.Equal((Refusal.NotAllowed, 7), (refused.Reason, refused.ReplyTo));
        Assert.Same(before, _room.Room.Record);
    }

    [Fact]
    public void A_change_of_settings_is_persisted_and_shown_to_everybody()
    {
        _room.Handle(_owner, Set(("topic", "soup"), ("slow", "10s")));

        var outcome = _room.DequeueOutcome();
        var changed = Assert.IsType<RoomChange.SettingsChanged>(Assert.Single(outcome.RoomChanges));
        Assert.Equal(("soup", TimeSpan.FromSeconds(10)), (changed.Settings.Topic, changed.Settings.Slow));
        var shown = outcome.Deliveries.OfType<Delivery.Broadcast>().SelectMany(broadcast => broadcast.Events);
        Assert.Equal(changed.Settings, shown.OfType<RoomEvent.SettingsShown>().Single().Settings);
        Assert.Empty(outcome.Immediate); // nobody is told before it is kept
    }

    [Fact]
    public void A_new_notice_is_shown_to_everybody()
    {
        _room.Handle(_owner, Set(("notice", "one\ntwo")));

        Assert.Contains(new RoomEvent.NoticeShown("one\r\ntwo"), _room.DequeueBatch());
    }

    [Theory]
    [InlineData("topic", "two\nlines")]
    [InlineData("entry", "everybody")]
    [InlineData("entry", "password")]
    [InlineData("slow", "61m")]
    [InlineData("slow", "10")]
    [InlineData("colour", "red")]
    [InlineData("listed", "")]
    public void A_wrong_setting_is_refused_and_changes_nothing(string name, string value)
    {
        _room.Handle(_owner, Set(("topic", "new"), (name, value)));

        Assert.Equal(Refusal.SettingInvalid, Assert.IsType<RoomEvent.Refused>(Assert.Single(RepliesTo(_owner))).Reason);
        Assert.Equal("", _room.Room.Record.Settings.Topic);
    }

    [Fact]
    public void A_role_belongs_to_the_key_and_its_member_is_shown_what_they_may()
    {
        _room.Handle(_owner, new ClientMessage.GiveRole("bob", "moderator"));

        var outcome = _room.DequeueOutcome();
        Assert.Equal(new RoomChange.RoleGiven("key of bob", Role.Moderator), Assert.Single(outcome.RoomChanges));
        var shown = RepliesOf(outcome, _guest).OfType<RoomEvent.RoleShown>().Single();
        Assert.Equal(Role.Moderator, shown.Role);
        Assert.Contains("admit", shown.May);
    }

    [Theory]
    [InlineData(OpeningPolicy.All, true, true)]
    [InlineData(OpeningPolicy.Named, false, true)]
    [InlineData(OpeningPolicy.Trusted, false, false)]
    [InlineData(OpeningPolicy.Off, false, false)]
    public void Members_are_told_whether_they_may_open_rooms(OpeningPolicy policy, bool guest, bool named)
    {
        var lobby = TestRoom.Open(rules => rules with { Opening = policy });
        lobby.Join("Eve");
        lobby.Join(lobby.RequestFor("Bob") with { Account = "key of bob" });
        lobby.Join("Guest");

        var joined = TestRoom.All(lobby.DequeueOutcome()).OfType<Delivery.Joined>();
        var entrances = joined.Select(one => one.Entrance).ToArray();
        var may = entrances.Select(one => one.Events.OfType<RoomEvent.RoleShown>().Single().May).ToArray();
        Assert.Equal([guest, named, guest], may.Select(actions => actions.Contains("open")));
        Assert.Same(entrances[0], entrances[2]); // shared: both may do the same
        Assert.NotSame(entrances[0], entrances[1]);
        Assert.DoesNotContain("archive", may[1]); // the lobby's
    }

    [Fact]
    public void Who_has_no_key_is_given_no_role()
    {
        _room.Join("Eve");

        _room.Handle(_owner, new ClientMessage.GiveRole("Eve", "trusted"));

        Assert.Equal(
            Refusal.NoKey, RepliesTo(_owner).OfType<RoomEvent.Refused>().Single().Reason with { Closes = false });
    }

    [Fact]
    public void An_owner_of_the_server_owns_every_room()
    {
        _room.Room.SetServerOwners(new HashSet<string> { "key of bob" });

        Assert.Equal(Role.Owner, RepliesTo(_guest).OfType<RoomEvent.RoleShown>().Single().Role);
        _room.Handle(_guest, Set(("entry", "closed")));
        Assert.Equal(EntryPolicy.Closed, _room.Room.Record.Settings.Entry);
    }

    [Fact]
    public void An_archived_room_disconnects_everybody_and_lets_nobody_in()
    {
        _room.Handle(_owner, new ClientMessage.ArchiveRoom());

        var gone = TestRoom.All(_room.DequeueOutcome()).OfType<Delivery.Disconnected>().ToArray();
        Assert.Equal([_owner.Id, _guest.Id], gone.Select(one => one.Session));
        Assert.All(gone, one => Assert.Equal(Refusal.Archived, one.Reason));
        Assert.True(_room.Room.Record.IsArchived);
    }

    [Fact]
    public void The_lobby_is_not_archived()
    {
        var lobby = TestRoom.Open();
        lobby.Room.SetServerOwners(new HashSet<string> { OwnerKey });
        var owner = lobby.Join(lobby.RequestFor("Ada") with { Account = OwnerKey });

        lobby.Handle(owner, new ClientMessage.ArchiveRoom());

        Assert.False(lobby.Room.Record.IsArchived);
        Assert.Equal(1, lobby.Count);
    }

    [Theory]
    [InlineData("trusted")]
    [InlineData("moderators")]
    public void Who_may_not_speak_is_refused_and_hears_the_others(string speak)
    {
        _room.Handle(_owner, Set(("speak", speak)));
        _room.DequeueOutcome();

        _room.Say(_guest, "hello");
        Assert.Equal(Refusal.NotAllowed, Assert.IsType<RoomEvent.Refused>(Assert.Single(RepliesTo(_guest))).Reason);
        _room.Say(_owner, "welcome");
        Assert.Equal("welcome", _room.DequeueBatch().OfType<RoomEvent.Spoken>().Single().Message.Text);
    }

    [Fact]
    public void A_slow_room_has_a_pause_for_all_but_moderators()
    {
        _room.Handle(_owner, Set(("slow", "10s")));
        _room.Say(_guest, "one");
        _room.DequeueOutcome();

        _room.Say(_guest, "two");
        Assert.Equal(Refusal.Slow, Assert.IsType<RoomEvent.Refused>(Assert.Single(RepliesTo(_guest))).Reason);
        _room.Advance(TimeSpan.FromSeconds(10));
        _room.Say(_guest, "three");
        _room.Say(_owner, "a");
        _room.Say(_owner, "b");
        Assert.Equal(
            ["three", "a", "b"],
            _room.DequeueBatch().OfType<RoomEvent.Spoken>().Select(spoken => spoken.Message.Text));
    }

    [Fact]
    public void Private_messages_to_and_from_moderators_only()
    {
        var eve = _room.Join(_room.RequestFor("Eve") with { Account = "key of eve" });
        _room.Handle(_owner, Set(("private", "moderators")));
        _room.DequeueOutcome();

        _room.Handle(_guest, new ClientMessage.Tell("Eve", "psst"));
        Assert.Equal(Refusal.PrivateOff, Assert.IsType<RoomEvent.Refused>(Assert.Single(RepliesTo(_guest))).Reason);
        _room.Handle(_guest, new ClientMessage.Share("a.txt", "psst", "Eve"));
        Assert.Equal(Refusal.PrivateOff, Assert.IsType<RoomEvent.Refused>(Assert.Single(RepliesTo(_guest))).Reason);
        _room.Handle(_guest, new ClientMessage.Tell("Ada", "a question"));
        _room.Handle(_owner, new ClientMessage.Tell("Eve", "an answer"));
        var outcome = _room.DequeueOutcome();
        Assert.Single(RepliesOf(outcome, _owner).OfType<RoomEvent.PrivateMessage>(), told => told.To.Nickname == "Ada");
        Assert.Single(RepliesOf(outcome, eve).OfType<RoomEvent.PrivateMessage>());
    }

    [Fact]
    public void A_newcomer_sees_what_was_said_since_they_first_came()
    {
        _room.Handle(_owner, Set(("history", "since")));
        _room.Say(_owner, "before");
        _room.DequeueOutcome();
        var eve = _room.Join(_room.RequestFor("Eve") with { Account = "key of eve" });
        Assert.DoesNotContain("before", TextsShown());
        _room.Say(_owner, "after");
        _room.DequeueOutcome();

        _room.Handle(eve, new ClientMessage.Search(0, "before"));
        var search = TestRoom.All(_room.DequeueOutcome()).OfType<Delivery.Search>().Single();
        Assert.True(search.After > 0);
        _room.Leave(eve);
        _room.DequeueOutcome();
        _room.Join(_room.RequestFor("Eve") with { Account = "key of eve" });
        Assert.Equal("after", Assert.Single(TextsShown()));
    }

    private static ClientMessage.ChangeSettings Set(params (string Name, string Value)[] changes) =>
        new([.. changes.Select(change => KeyValuePair.Create(change.Name, change.Value))]);

    private string[] TextsShown()
    {
        var joined = TestRoom.All(_room.DequeueOutcome()).OfType<Delivery.Joined>().Single();
        return
        [
            .. joined.Entrance.EventsWith([]).OfType<RoomEvent.HistoryShown>()
                .SelectMany(shown => shown.Messages).Where(message => message.IsTalk).Select(message => message.Text),
        ];
    }

    private IEnumerable<RoomEvent> RepliesTo(Session session) => RepliesOf(_room.DequeueOutcome(), session);

    private static IEnumerable<RoomEvent> RepliesOf(Outcome outcome, Session session) =>
        TestRoom.All(outcome).OfType<Delivery.Reply>()
            .Where(reply => reply.Sessions.Contains(session.Id))
            .SelectMany(reply => reply.Events);
}
