using LanChat.Protocol;

namespace LanChat.Rooms.Tests;

public sealed class AdmissionSpecs
{
    private const string OwnerKey = "key of the owner";

    [Theory]
    [InlineData("named", "entry-named")]
    [InlineData("trusted", "entry-trusted")]
    [InlineData("closed", "entry-closed")]
    public void A_guest_is_refused_with_what_the_room_asks_for(string entry, string code) =>
        Assert.Equal(code, Open(("entry", entry)).Refuse("Ann").Code);

    [Fact]
    public void Owners_enter_any_room()
    {
        var room = Open(("entry", "closed"));

        Assert.Equal("Ada", room.Join(room.RequestFor("Ada") with { Account = OwnerKey }).Member.Nickname);
    }

    [Fact]
    public void The_right_password_lets_in()
    {
        var room = Open(("password", "ＳＥＣＲＥＴ"), ("entry", "password"));

        Assert.True(room.Refuse("Ann").Is(Refusal.EntryPassword));
        Assert.True(room.Refuse(room.RequestFor("Ann") with { Password = "secret" }).Is(Refusal.EntryPassword));
        room.Join(room.RequestFor("Ann") with { Password = "SECRET" }); // the same after NFKC
    }

    [Fact]
    public void After_five_wrong_passwords_a_minute_not_even_the_right_one_is_tried()
    {
        var room = Open(("password", "right"), ("entry", "password"));
        for (var tries = 0; tries < 5; tries++)
            Assert.True(room.Refuse(room.RequestFor("Eve") with { Password = "wrong" }).Is(Refusal.EntryPassword));

        Assert.True(room.Refuse(room.RequestFor("Eve") with { Password = "right" }).Is(Refusal.Flooding));
        room.Join(room.RequestFor("Bob") with
        {
            Password = "right",
            Address = new PeerAddress("192.168.38.7", 1),
        });
        room.Advance(TimeSpan.FromMinutes(1));
        room.Join(room.RequestFor("Eve") with { Password = "right" });
    }

    [Fact]
    public void Moderators_are_shown_who_asks_to_enter_and_admit_them()
    {
        var room = Open(("entry", "ask"));
        var ada = room.Join(room.RequestFor("Ada") with { Account = OwnerKey });
        room.DequeueOutcome();

        Assert.True(room.TryJoin("Bob", out var bob).Is(Refusal.EntryAsked));
        var shown = RepliesTo(room, ada).OfType<RoomEvent.EntryRequestsShown>().Single();
        Assert.Equal("Bob", Assert.Single(shown.Waiting).Nickname);
        room.Handle(ada, new ClientMessage.Admit("bob"));

        var outcome = room.DequeueOutcome();
        Assert.Contains(TestRoom.All(outcome).OfType<Delivery.Joined>(), joined => joined.Session == bob);
        Assert.Empty(RepliesOf(outcome, ada).OfType<RoomEvent.EntryRequestsShown>().Last().Waiting);
    }

    [Fact]
    public void Who_waits_is_shown_nothing()
    {
        var room = Open(("entry", "ask"));
        var ada = room.Join(room.RequestFor("Ada") with { Account = OwnerKey });
        room.TryJoin("Bob", out var bob);
        room.Say(ada, "secret");

        Assert.DoesNotContain(
            TestRoom.All(room.DequeueOutcome()),
            delivery => delivery is Delivery.Joined joined && joined.Session == bob
                || delivery is Delivery.Reply reply && reply.Sessions.Contains(bob));
        Assert.Equal(1, room.Count);
    }

    [Fact]
    public void Who_is_rejected_is_told_and_may_ask_again()
    {
        var room = Open(("entry", "ask"));
        var ada = room.Join(room.RequestFor("Ada") with { Account = OwnerKey });
        room.TryJoin("Bob", out var bob);

        room.Handle(ada, new ClientMessage.Reject("Bob"));

        var rejected = Assert.Single(TestRoom.All(room.DequeueOutcome()).OfType<Delivery.JoinRejected>());
        Assert.Equal((bob, Refusal.EntryClosed), (rejected.Session, rejected.Reason));
        Assert.True(room.TryJoin("Bob", out _).Is(Refusal.EntryAsked));
    }

    [Fact]
    public void A_request_stays_while_nobody_is_there_to_answer_and_after_a_restart()
    {
        var room = Open(("entry", "ask"));
        room.TryJoin("Bob", out var bob);
        room.Room.Disconnect(bob, room.Now);

        var again = TestRoom.Open(record: room.Room.Record);
        var ada = again.Join(again.RequestFor("Ada") with { Account = OwnerKey });
        Assert.Single(RepliesTo(again, ada).OfType<RoomEvent.EntryRequestsShown>().Single().Waiting);
        again.Handle(ada, new ClientMessage.Admit("Bob"));

        again.Leave(again.Join("Bob"));
        again.Leave(again.Join("Bob")); // whose connection broke
        again.Advance(TimeSpan.FromDays(1));
        Assert.True(again.TryJoin("Bob", out _).Is(Refusal.EntryAsked)); // without a key, for a day
    }

    [Fact]
    public void An_admitted_key_is_trusted_from_then_on()
    {
        var room = Open(("entry", "ask"));
        var ada = room.Join(room.RequestFor("Ada") with { Account = OwnerKey });
        Assert.True(room.Refuse(room.RequestFor("Bob") with { Account = "key of bob" }).Is(Refusal.EntryAsked));

        room.Handle(ada, new ClientMessage.Admit("Bob"));

        Assert.Equal(Role.Trusted, room.Room.Record.Roles["key of bob"]);
        room.Join(room.RequestFor("Robert") with { Account = "key of bob" });
    }

    [Fact]
    public void An_invitation_lets_in_as_many_as_it_says()
    {
        var room = Open(("entry", "closed"));
        var ada = room.Join(room.RequestFor("Ada") with { Account = OwnerKey });
        room.Handle(ada, new ClientMessage.Invite(Uses: 2, Lifetime: "1h"));
        var code = RepliesTo(room, ada).OfType<RoomEvent.InvitationGiven>().Single().Code;

        room.Join(room.RequestFor("Bob") with { Code = code });
        room.Join(room.RequestFor("Cid") with { Code = code.ToLowerInvariant().Replace("-", " ") });
        Assert.True(room.Refuse(room.RequestFor("Dan") with { Code = code }).Is(Refusal.CodeWrong));
        Assert.DoesNotContain(code, $"{room.Room.Record}", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("key of bob")]
    public void Who_entered_by_an_invitation_may_come_again(string? key)
    {
        var room = Open(("entry", "closed"), ("entry", "trusted"));
        var ada = room.Join(room.RequestFor("Ada") with { Account = OwnerKey });
        room.Handle(ada, new ClientMessage.Invite(null, null));
        var code = RepliesTo(room, ada).OfType<RoomEvent.InvitationGiven>().Single().Code;

        room.Leave(room.Join(room.RequestFor("Bob") with { Account = key, Code = code }));

        room.Join(room.RequestFor("Bob") with { Account = key, Code = code });
        Assert.True(room.Refuse(room.RequestFor("Eve") with { Code = code }).Is(Refusal.CodeWrong));
    }

    [Fact]
    public void An_invitation_expires()
    {
        var room = Open(("entry", "closed"));
        var ada = room.Join(room.RequestFor("Ada") with { Account = OwnerKey });
        room.Handle(ada, new ClientMessage.Invite(null, null));
        var code = RepliesTo(room, ada).OfType<RoomEvent.InvitationGiven>().Single().Code;

        room.Advance(TimeSpan.FromDays(1));

        Assert.True(room.Refuse(room.RequestFor("Bob") with { Code = code }).Is(Refusal.CodeWrong));
    }

    private static TestRoom Open(params (string Name, string Value)[] settings)
    {
        Assert.True(new RoomSettings().TryWith(
            settings.Select(setting => KeyValuePair.Create(setting.Name, setting.Value)), out var changed));
        return TestRoom.Open(record: new RoomRecord(TestRoom.NameOf("Kitchen"))
        {
            Settings = changed,
            Roles = new Dictionary<string, Role> { [OwnerKey] = Role.Owner },
        });
    }

    private static IEnumerable<RoomEvent> RepliesTo(TestRoom room, Session session) =>
        RepliesOf(room.DequeueOutcome(), session);

    private static IEnumerable<RoomEvent> RepliesOf(Outcome outcome, Session session) =>
        TestRoom.All(outcome).OfType<Delivery.Reply>()
            .Where(reply => reply.Sessions.Contains(session.Id))
            .SelectMany(reply => reply.Events);
}
