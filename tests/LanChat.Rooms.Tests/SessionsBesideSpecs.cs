using LanChat.Protocol;

namespace LanChat.Rooms.Tests;

/// <summary>One person by several clients: one member, who comes with the first of them.</summary>
public sealed class SessionsBesideSpecs
{
    private readonly TestRoom _room = TestRoom.Open();
    private readonly Session _console;

    public SessionsBesideSpecs()
    {
        _console = Join("Ann", "console");
        _room.DequeueOutcome();
    }

    [Fact]
    public void Another_client_of_the_account_stands_beside_and_nobody_sees_it()
    {
        var version = _room.Version;

        var phone = Join("Ann on the phone", "phone");

        Assert.Same(_console.Of, phone.Of);
        Assert.Equal((1, version), (_room.Count, _room.Version));
        var outcome = _room.DequeueOutcome();
        Assert.Empty(outcome.Messages);
        Assert.Equal("Ann", Assert.Single(TestRoom.All(outcome).OfType<Delivery.Joined>()).You.Nickname);
        Assert.Empty(TestRoom.All(outcome).OfType<Delivery.Disconnected>());
    }

    [Fact]
    public void A_member_leaves_with_the_last_session()
    {
        var phone = Join("Ann", "phone");
        _room.DequeueBatch();

        _room.Leave(_console);
        Assert.Empty(_room.DequeueBatch());
        Assert.Equal(1, _room.Count);

        _room.Leave(phone);
        Assert.Equal(["来自 ('192.168.38.203', 50001) 的客户端【Ann】下线了"], _room.DequeueBatch().Texts());
        Assert.Equal(0, _room.Count);
    }

    [Fact]
    public void A_file_for_one_member_may_be_opened_by_all_sessions_of_both()
    {
        _room.Join(_room.RequestFor("Ann") with
        {
            Account = _console.Account,
            ClientId = "phone",
            Address = new PeerAddress("192.168.38.9", 1),
        });
        var ben = _room.Join(_room.RequestFor("Ben") with { Address = new PeerAddress("192.168.38.8", 1) });
        _room.DequeueOutcome();

        var photo = new ChatFile(1, "photo.png", 12, null) { Link = "/files/1" };
        _room.Room.ShareUpload(new Upload(1, photo, ben.Id, ben.Address, "Ann"), _room.Now);
        _room.Room.ShareUpload(new Upload(2, photo, ben.Id, ben.Address, null), _room.Now);

        Assert.Equal(
            ["192.168.38.203 192.168.38.8 192.168.38.9", ""],
            TestRoom.All(_room.DequeueOutcome()).OfType<Delivery.UploadShared>()
                .Select(shared => string.Join(' ', shared.Addresses.Order(StringComparer.Ordinal))));
    }

    [Fact]
    public void The_same_client_replaces_its_old_session_and_nobody_sees_it()
    {
        _room.Handle(_console, new ClientMessage.Away("lunch"));
        _room.DequeueOutcome();

        var again = Join("Ann", "console");

        var outcome = _room.DequeueOutcome();
        var gone = Assert.Single(TestRoom.All(outcome).OfType<Delivery.Disconnected>());
        Assert.Equal((_console.Id, Refusal.TakenOver), (gone.Session, gone.Reason));
        Assert.Empty(outcome.Messages);
        Assert.Equal([again], again.Of.Sessions);
        Assert.Equal("lunch", again.Of.Away);
    }

    [Fact]
    public void Messages_come_from_the_session_that_sent_them()
    {
        var phone = Join("Ann", "phone");
        _room.DequeueOutcome();

        _room.Say(phone, "hello");

        var message = Assert.Single(_room.DequeueBatch().Messages());
        Assert.Equal(("Ann", phone.Address), (message.Nickname, message.From));
    }

    [Fact]
    public void Private_messages_reach_every_session_of_both_once()
    {
        var phone = Join("Ann", "phone");
        var ben = _room.Join("Ben");
        _room.DequeueOutcome();

        _room.Handle(phone, new ClientMessage.Tell("Ben", "psst") { RequestId = 7 });

        var told = TestRoom.All(_room.DequeueOutcome()).OfType<Delivery.Reply>()
            .SelectMany(reply => reply.Events.OfType<RoomEvent.PrivateMessage>(), (reply, told) => (reply, told))
            .ToDictionary(one => Assert.Single(one.reply.Sessions), one => one.told.ReplyTo);
        Assert.Equal(
            new Dictionary<SessionId, long?> { [phone.Id] = 7, [_console.Id] = null, [ben.Id] = null }, told);
    }

    [Fact]
    public void A_member_is_away_only_if_all_sessions_are()
    {
        var phone = Join("Ann", "phone");
        _room.Handle(phone, new ClientMessage.Away("lunch"));
        Assert.Equal("", phone.Of.Away);

        _room.Handle(_console, new ClientMessage.Away("asleep"));
        Assert.Equal("lunch", phone.Of.Away);

        _room.Leave(phone);
        Assert.Equal("asleep", _console.Of.Away);
        var last = _room.DequeueBatch().OfType<RoomEvent.AwayShown>().Last();
        Assert.Equal("asleep", Assert.Single(last.Members).Text);
    }

    [Fact]
    public void All_sessions_are_renamed()
    {
        var phone = Join("Ann", "phone");
        _room.DequeueOutcome();

        _room.Handle(phone, new ClientMessage.Rename("Anna"));

        var told = TestRoom.All(_room.DequeueOutcome()).OfType<Delivery.Reply>()
            .Where(reply => reply.Events.OfType<RoomEvent.NameChanged>().Any())
            .SelectMany(reply => reply.Sessions);
        Assert.Equal([phone.Id, _console.Id], told);
        Assert.Equal("Anna", _console.Nick.Text);
    }

    [Fact]
    public void An_account_has_eight_sessions_in_a_room()
    {
        for (var number = 2; number <= 8; number++) Join("Ann", $"client {number}");

        Assert.Equal(Refusal.TooManyDevices, _room.Refuse(RequestOf("Ann", "client 9")));
        Join("Ann", "client 8");
        Assert.Equal(8, _console.Of.Sessions.Count);
    }

    [Fact]
    public void A_client_that_knows_nothing_of_this_takes_over_from_its_like_only()
    {
        var old = _room.Join(_room.RequestFor("Ann") with { Account = "ann" });
        Assert.Same(_console.Of, old.Of);

        var older = _room.Join(_room.RequestFor("Ann") with { Account = "ann" });

        var gone = Assert.Single(TestRoom.All(_room.DequeueOutcome()).OfType<Delivery.Disconnected>());
        Assert.Equal(old.Id, gone.Session);
        Assert.Equal([_console, older], _console.Of.Sessions);
    }

    [Fact]
    public void Another_account_stands_beside_nobody()
    {
        var eve = _room.Join(RequestOf("Ann", "console") with { Account = "eve" });

        Assert.Equal("Ann_2", eve.Nick.Text);
    }

    private Session Join(string name, string client) => _room.Join(RequestOf(name, client));

    private JoinRequest RequestOf(string name, string client) =>
        _room.RequestFor(name) with { Account = "ann", ClientId = client };
}
