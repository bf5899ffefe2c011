using LanChat.Protocol;
using LanChat.Rooms;
using LanChat.Server.History;
using LanChat.Server.Rooms;

namespace LanChat.Server.Tests.Rooms;

public sealed class RoomActorNameSpecs : RoomSpec
{
    private int _port = 60_000;

    private TestMember RequestJoinWithKey(string name, string key)
    {
        var guest = new TestMember(Room, CreateTestProbe());
        guest.Probe.Send(
            Room,
            new RoomProtocol.Join(RoomEventExtensions.Nick(name), new PeerAddress("192.168.38.203", ++_port))
            {
                Account = key,
            });
        return guest;
    }

    private TestMember EnterWithKey(string name, string key, params TestMember[] before)
    {
        var guest = RequestJoinWithKey(name, key);
        Assert.True(guest.ExpectJoined().IsOwner);
        guest.ExpectBatch();
        foreach (var other in before) other.ExpectBatch();
        return guest;
    }

    private void Leave(TestMember guest, params TestMember[] others)
    {
        guest.Leave();
        guest.Probe.ExpectMsg<RoomProtocol.Left>();
        foreach (var other in others) other.ExpectBatch();
    }

    private static string NameOf(RoomProtocol.Joined joined) => joined.You.Nickname;

    [Fact]
    public void A_nickname_belongs_to_the_first_key_even_while_its_owner_is_absent()
    {
        Open();
        Leave(EnterWithKey("Ann", "key of Ann"));

        Assert.Equal("ann_2", NameOf(RequestJoin("ann").ExpectJoined()));
        var other = RequestJoinWithKey("Ann", "key of Ben").ExpectJoined();
        Assert.Equal(("Ann_3", false), (NameOf(other), other.IsOwner));
        Assert.Equal("Ann", NameOf(RequestJoinWithKey("Ann", "key of Ann").ExpectJoined()));
    }

    [Fact]
    public void An_assigned_nickname_is_not_registered_but_a_requested_one_is()
    {
        Open();
        var ann = EnterWithKey("Ann", "key of Ann");
        var given = RequestJoinWithKey("Ann", "key of Ben");
        Assert.Equal(("Ann_2", false), (given.ExpectJoined() is var joined ? NameOf(joined) : "", joined.IsOwner));
        given.ExpectBatch();
        ann.ExpectBatch();
        Leave(given, ann);

        var asked = EnterWithKey("Ann_2", "key of Cid", ann);
        Leave(asked, ann);
        var again = RequestJoinWithKey("Ann", "key of Cid").ExpectJoined();
        Assert.Equal(("Ann_2", true), (NameOf(again), again.IsOwner));
    }

    [Theory]
    [InlineData("e\u200Bve")]
    [InlineData("系统消息。")]
    public void A_nickname_refused_to_newcomers_stays_its_owners(string text)
    {
        Assert.True(Nick.TryRecall(text, out var nick));
        Assert.False(Nick.TryCreate(text, out _, out var unfit));
        var used = new NickRegistration(
            text, "key of Eve", "192.168.38.203", DateTime.UnixEpoch, new DateTime(2023, 8, 1));
        Open(RestoredState.None with { Registry = new RegistrySnapshot([used], [], []) }, Akka.Actor.ActorRefs.Nobody);
        var ben = Enter("Ben");
        RoomProtocol.Join Join(string? key) =>
            new(nick, new PeerAddress("192.168.38.203", ++_port)) { Account = key, NickRefusal = unfit };

        foreach (var key in new[] { null, "key of Mallory" })
        {
            var stranger = CreateTestProbe();
            stranger.Send(Room, Join(key));
            Assert.Equal(unfit, stranger.ExpectMsg<RoomProtocol.JoinRejected>().Reason);
        }

        var owner = new TestMember(Room, CreateTestProbe());
        owner.Probe.Send(Room, Join("key of Eve"));
        Assert.Equal((text, true), (owner.ExpectJoined() is var joined ? NameOf(joined) : "", joined.IsOwner));
        owner.ExpectBatch();
        ben.ExpectBatch();
        ben.Send(new ClientMessage.Tell(text, "hi"));
        Assert.IsType<RoomEvent.PrivateMessage>(Assert.Single(owner.ExpectBatch()));
        ben.ExpectBatch();
        owner.Send(new ClientMessage.Rename("Eve"));
        owner.ExpectBatch();
        owner.ExpectBatch();
        owner.Send(new ClientMessage.Rename(text));
        owner.ExpectBatch();
        Assert.Equal(text, Assert.IsType<RoomEvent.NameChanged>(Assert.Single(owner.ExpectBatch())).You.Nickname);
        ben.ExpectBatch();
        ben.ExpectBatch();
        ben.Send(new ClientMessage.Rename(text));
        Assert.Equal(unfit.Code, ben.ExpectRefusal().Code);
    }

    [Fact]
    public void An_owner_takes_the_nickname_over_from_the_connection_that_holds_it()
    {
        Open();
        var ben = Enter("Ben");
        var old = EnterWithKey("Ann", "key of Ann", ben);

        var ann = RequestJoinWithKey("Ann", "key of Ann");

        Assert.Equal(Refusal.TakenOver, old.Probe.ExpectMsg<RoomProtocol.Disconnected>().Reason);
        var joined = ann.ExpectJoined();
        Assert.Equal("Ann", NameOf(joined));
        Assert.Equal(
            ["Ben", "Ann"],
            joined.Entrance.Events.OfType<RoomEvent.MembersShown>().Single().Members.Select(member => member.Nickname));
        Assert.Equal(
            [MessageKind.Left, MessageKind.Joined],
            ben.ExpectBatch().OfType<RoomEvent.Spoken>().Select(said => said.Message.Kind));
        ben.Send(new ClientMessage.List());
        Assert.Equal(
            [("Ben", 50_001), ("Ann", 60_002)],
            Assert.IsType<RoomEvent.MembersListed>(Assert.Single(ben.ExpectBatch())).Members.Select(
                member => (member.Nickname, member.Address.Port)));
    }

    [Fact]
    public void A_nickname_held_by_another_member_is_not_taken_over()
    {
        Open();
        Enter("Ann");

        Assert.Equal("Ann_2", NameOf(RequestJoinWithKey("Ann", "key of Ann").ExpectJoined()));
    }

    [Fact]
    public void A_secondary_session_yields_the_nickname()
    {
        Open();
        var ann = EnterWithKey("Ann", "key of Ann");
        var beside = new RoomProtocol.Join(
            RoomEventExtensions.Nick("Ann"), new PeerAddress("192.168.38.203", 61_000))
        {
            Account = "key of Ann",
            IsSecondary = true,
        };
        var (first, second) = (CreateTestProbe(), CreateTestProbe());
        first.Send(Room, beside);
        Assert.Equal("Ann_2", NameOf(first.ExpectMsg<RoomProtocol.Joined>()));
        ann.ExpectBatch();
        Leave(ann);

        second.Send(Room, beside);

        var joined = second.ExpectMsg<RoomProtocol.Joined>();
        Assert.Equal(("Ann", false), (NameOf(joined), joined.IsOwner));
    }

    [Fact]
    public void A_rename_to_a_registered_nickname_is_refused()
    {
        Open();
        Leave(EnterWithKey("Ann", "key of Ann"));
        var ben = Enter("Ben");
        var eve = EnterWithKey("Eve", "key of Eve", ben);

        ben.Send(new ClientMessage.Rename("Ann"));
        Assert.Equal("nickname-taken", ben.ExpectRefusal().Code);
        eve.Send(new ClientMessage.Rename("ANN"));
        Assert.Equal("nickname-taken", eve.ExpectRefusal().Code);
    }

    [Fact]
    public void A_rename_registers_the_nickname()
    {
        Open();
        var ann = EnterWithKey("Ann", "key of Ann");
        ann.Send(new ClientMessage.Rename("Anna"));
        ann.ExpectBatch();
        ann.ExpectBatch();
        Leave(ann);

        Assert.Equal("Anna_2", NameOf(RequestJoin("Anna").ExpectJoined()));
        Assert.Equal("Ann_2", NameOf(RequestJoin("Ann").ExpectJoined()));
    }

    [Theory]
    [InlineData("names.per-key=1")]
    [InlineData("names.per-address=1")]
    [InlineData("names.kept=1")]
    public void The_number_of_registrations_is_limited(string setting)
    {
        Open(setting);
        EnterWithKey("Ann", "key of Ann");

        var second = RequestJoinWithKey("Anna", "key of Ann").ExpectJoined();

        Assert.Equal(("Anna", false), (NameOf(second), second.IsOwner));
    }

    [Fact]
    public void A_registration_expires_without_use()
    {
        var clock = new TestClock();
        Open(clock, "names.unused=30d");
        var ben = Enter("Ben");
        Leave(EnterWithKey("Ann", "key of Ann", ben), ben);
        clock.Advance(TimeSpan.FromDays(31));

        Assert.Equal("Ann", NameOf(RequestJoin("Ann").ExpectJoined()));
    }

    [Fact]
    public void Registrations_are_persisted_before_they_are_confirmed_and_survive_a_restart()
    {
        var history = CreateTestProbe();
        var name = new NickRegistration(
            "Ann", "key of Ann", "192.168.38.203", DateTime.UnixEpoch, new DateTime(2023, 8, 1));
        Open(new RestoredState([], 0) { Registry = new RegistrySnapshot([name], [], []) }, history.Ref);

        var ann = RequestJoinWithKey("Ann", "key of Ann");

        var persist = history.ExpectMsg<HistoryProtocol.Persist>();
        Assert.Equal("Ann", Assert.IsType<RegistryChange.NickUsed>(Assert.Single(persist.Changes)).Nick.Text);
        ExpectSilence(ann);
        history.Send(Room, new HistoryProtocol.Persisted(persist.Number));
        Assert.Equal("Ann", NameOf(ann.ExpectJoined()));
    }
}
