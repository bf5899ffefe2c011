using Akka.Actor;
using Akka.TestKit;
using LanChat.Protocol;
using LanChat.Rooms;
using LanChat.Server.Broadcasts;
using LanChat.Server.Files;
using LanChat.Server.History;
using LanChat.Server.Rooms;
using LanChat.Server.Settings;
using LanChat.Server.Storage;
using LanChat.Server.Storage.Sqlite;
using LanChat.Server.Tests.History;

namespace LanChat.Server.Tests.Rooms;

/// <summary>The rooms of a server, with their histories in files.</summary>
public sealed class RoomManagerSpecs : VirtualTimeSpec
{
    private static readonly PeerAddress Client = new("192.168.38.203", 50_001);

    private readonly TemporaryFolder _folder = new();
    private readonly TestClock _clock = new();
    private readonly List<string> _opened = [];
    private readonly ManualResetEventSlim _mayDelete = new(initialState: true);
    private readonly OpenStores _stores;
    private volatile bool _isReadable = true;
    private ServerStore _store = null!;
    private IActorRef _rooms = ActorRefs.Nobody;

    public RoomManagerSpecs()
    {
        _stores = new OpenStores(2, _clock);
        Start();
    }

    protected override void AfterAll()
    {
        base.AfterAll();
        _store.Dispose();
        _folder.Dispose();
        _mayDelete.Dispose();
    }

    [Fact]
    public void A_client_that_names_no_room_is_in_the_lobby() =>
        Assert.Equal("Our room", Join("ann", room: null).ExpectMsg<RoomProtocol.Joined>().Room);

    [Theory]
    [InlineData("Kitchen")]
    [InlineData("KITCHEN")]
    [InlineData("ｋｉｔｃｈｅｎ")]
    public void A_room_is_found_by_its_name_in_any_spelling(string name)
    {
        Open("Kitchen", "key");

        Assert.Equal("Kitchen", Join("ann", name).ExpectMsg<RoomProtocol.Joined>().Room);
    }

    [Fact]
    public void A_room_that_does_not_exist_is_refused() =>
        Assert.Equal(Refusal.NoSuchRoom, Join("ann", "nowhere").ExpectMsg<RoomProtocol.JoinRejected>().Reason);

    [Fact]
    public void All_who_come_while_a_history_is_opened_are_let_in_once_it_is()
    {
        Open("Kitchen", "key");

        var probes = Enumerable.Range(1, 20).Select(number => Join($"member {number}", "Kitchen")).ToArray();

        Assert.All(probes, probe => probe.ExpectMsg<RoomProtocol.Joined>());
        Assert.Single(_opened);
    }

    [Fact]
    public void The_history_of_an_empty_room_is_closed_and_opened_again_with_what_was_said()
    {
        Open("Kitchen", "key");
        var ann = Join("ann", "Kitchen");
        var room = Enter(ann);
        ann.Send(room, new ClientMessage.Say("soup"));
        ann.FishForMessage<Batch>(batch => batch.Events.Texts().Contains("soup"));
        Watch(room);
        ann.Send(room, RoomProtocol.Leave.Instance);
        ann.FishForMessage(message => message is RoomProtocol.Left);

        Poll();
        _clock.Advance(TimeSpan.FromSeconds(60));
        Poll();

        ExpectTerminated(room);
        var entrance = Join("bob", "Kitchen").ExpectMsg<RoomProtocol.Joined>().Entrance;
        var history = entrance.Events.OfType<RoomEvent.HistoryShown>().Single();
        Assert.Contains("soup", history.Messages.Select(message => message.Text));
        Assert.Equal(2, _opened.Count);
    }

    [Fact]
    public void A_room_with_somebody_in_it_stays_open()
    {
        Open("Kitchen", "key");
        var ann = Join("ann", "Kitchen");
        var room = Enter(ann);
        Poll();
        _clock.Advance(TimeSpan.FromHours(1));
        Poll();

        ann.Send(room, new ClientMessage.Say("still here"));

        ann.FishForMessage<Batch>(batch => batch.Events.Texts().Contains("still here"));
    }

    [Fact]
    public void A_room_in_which_nobody_spoke_is_gone_after_a_day_and_its_name_is_free()
    {
        Open("Kitchen", "key");
        _clock.Advance(TimeSpan.FromHours(23));
        Poll();
        Assert.Contains("Kitchen", Listed());

        _clock.Advance(TimeSpan.FromHours(1));
        Poll();

        AwaitAssert(() => Assert.DoesNotContain("Kitchen", Listed())); // the deletion has a thread of its own
        Open("Kitchen", "key");
    }

    [Fact]
    public void Who_comes_while_a_room_is_removed_is_refused()
    {
        Open("Kitchen", "key");
        _clock.Advance(TimeSpan.FromDays(1));
        _mayDelete.Reset();
        Poll();

        var ann = Join("ann", "Kitchen");
        var console = Sent(new RoomManagerProtocol.Command("Kitchen", new ClientMessage.List()));
        ann.ExpectNoMsg(TimeSpan.Zero);
        console.ExpectNoMsg(TimeSpan.Zero);
        _mayDelete.Set();

        Assert.Equal(Refusal.NoSuchRoom, ann.ExpectMsg<RoomProtocol.JoinRejected>().Reason);
        Assert.Equal(Refusal.NoSuchRoom, Refused(Replied(console)));
    }

    [Fact]
    public void Who_comes_to_a_room_that_cannot_be_opened_is_refused_each_time_and_so_is_the_console()
    {
        Open("Kitchen", "key");
        _isReadable = false;

        for (var tries = 0; tries < 2; tries++)
        {
            Assert.Equal("history-unreadable", Join("ann", "Kitchen").ExpectMsg<RoomProtocol.JoinRejected>().Reason.Code);
            Assert.Equal("history-unreadable", Refused(Command("Kitchen", new ClientMessage.List())).Code);
        }

        _isReadable = true;
        Enter(Join("ann", "Kitchen"));
    }

    [Fact]
    public void The_files_of_the_room_used_longest_ago_are_closed_when_too_many_are_open()
    {
        if (!OperatingSystem.IsLinux()) return; // open files are read from /proc
        string[] names = ["Attic", "Kitchen", "Study"];
        foreach (var name in names) Open(name, "key");

        foreach (var name in names) Enter(Join($"guest of {name}", name));

        PollUntil(() => Assert.Equal(2, names.Count(HasOpenFiles)));
        var closed = names.Single(name => !HasOpenFiles(name));
        var ann = Join("ann", closed);
        ann.Send(Enter(ann), new ClientMessage.Say("soup"));
        PollUntil(() => Assert.Equal((true, 2), (HasOpenFiles(closed), names.Count(HasOpenFiles))));
    }

    [Fact]
    public void The_files_of_a_room_in_which_nothing_happens_are_closed()
    {
        if (!OperatingSystem.IsLinux()) return;
        Open("Kitchen", "key");
        Enter(Join("ann", "Kitchen"));
        Poll();
        Assert.True(HasOpenFiles("Kitchen"));

        // The index may still be reading what was said, and then rests a minute later.
        PollUntil(() =>
        {
            _clock.Advance(OpenStores.IdleTime);
            Assert.False(HasOpenFiles("Kitchen"));
        });
    }

    [Fact]
    public void Rooms_and_roles_are_there_after_a_restart()
    {
        Open("Kitchen", "key");
        var code = Code(isFirst: true)!;
        Assert.IsType<RoomEvent.Done>(Ask(new ClientMessage.ClaimServer(code), "key of ada"));
        Restart();

        Assert.Equal(["Our room", "Kitchen"], Listed());
        Assert.Null(Code(isFirst: true));
        var joined = Join("ada", "Kitchen", "key of ada").ExpectMsg<RoomProtocol.Joined>();
        Assert.Equal(Role.Owner, joined.Entrance.Events.OfType<RoomEvent.RoleShown>().Single().Role);
    }

    [Fact]
    public void A_code_makes_one_owner_of_every_room()
    {
        Open("Kitchen", "key");
        var code = Code(isFirst: true)!;

        Assert.Equal(Refusal.NoKey, Refused(Ask(new ClientMessage.ClaimServer(code), key: null)));
        Assert.IsType<RoomEvent.Done>(Ask(new ClientMessage.ClaimServer(code), "key of ada"));
        Assert.Equal(Refusal.CodeWrong, Refused(Ask(new ClientMessage.ClaimServer(code), "key of bob")));
    }

    [Fact]
    public void After_five_wrong_codes_a_minute_the_right_one_is_refused_and_later_still_good()
    {
        var code = Code(isFirst: true)!;
        for (var tries = 0; tries < 5; tries++)
            Assert.Equal(Refusal.CodeWrong, Refused(Ask(new ClientMessage.ClaimServer("wrong"), "key of eve")));

        Assert.Equal("flooding", Refused(Ask(new ClientMessage.ClaimServer(code), "key of eve")).Code);
        _clock.Advance(TimeSpan.FromMinutes(1));
        Assert.IsType<RoomEvent.Done>(Ask(new ClientMessage.ClaimServer(code), "key of ada"));
    }

    [Theory]
    [InlineData("", "room-name-invalid")]
    [InlineData(" x", "room-name-invalid")]
    [InlineData("our ROOM", "room-name-taken")]
    [InlineData("a\u200Bb", "room-name-invalid")]
    public void A_wrong_name_is_refused(string name, string code) =>
        Assert.Equal(code, Refused(Ask(new ClientMessage.OpenRoom(name, []), "key")).Code);

    [Fact]
    public void The_console_commands_a_room_and_is_answered()
    {
        Open("Kitchen", "key");

        Assert.IsType<RoomEvent.Done>(Command("kitchen", new ClientMessage.ChangeSettings(
            [KeyValuePair.Create("topic", "soup")])));
        Assert.Equal(Refusal.NoSuchRoom, Refused(Command("nowhere", new ClientMessage.ArchiveRoom())));
        var listed = Assert.IsType<RoomEvent.RoomsListed>(Command(null, new ClientMessage.ListRooms()));
        Assert.Equal(["", "soup"], listed.Rooms.Select(room => room.Topic));
    }

    private void Start()
    {
        var settings = TestSettings.With("room.name=\"Our room\"", "rooms.per-person=100");
        _store = ServerStore.Open(() => SqliteDatabase.Open(_folder.File("server.db")));
        _rooms = Sys.ActorOf(RoomManagerActor.Props(new RoomManagerSetup(
            settings, _clock, new SnippetStore(settings.Files, _clock), RestoredState.None, ActorRefs.Nobody)
        {
            Store = _store,
            Rooms = _store.ReadRooms(),
            Stores = _stores,
            OpenHistory = key =>
            {
                if (!_isReadable) throw new IOException("the disk is broken");
                lock (_opened) _opened.Add(key);
                return OpenedHistory.OpenRoom(In(settings), key, _stores, _ => { });
            },
            DeleteHistory = key =>
            {
                _mayDelete.Wait();
                OpenedHistory.DeleteRoom(In(settings), key);
            },
        }));
    }

    private void Restart()
    {
        Watch(_rooms);
        Sys.Stop(_rooms);
        ExpectTerminated(_rooms);
        _store.Dispose();
        Start();
    }

    private ServerSettings In(ServerSettings settings) =>
        settings with { Data = settings.Data with { Folder = _folder.Path } };

    private bool HasOpenFiles(string room)
    {
        var folder = DataPaths.RoomFolderIn(DataPaths.FolderOf(_folder.Path, "Our room"), Nick.KeyOf(room));
        return new DirectoryInfo("/proc/self/fd").EnumerateFileSystemInfos().Any(
            descriptor => descriptor.LinkTarget?.StartsWith(folder, StringComparison.Ordinal) == true);
    }

    private void Poll()
    {
        Advance(TimeSpan.FromSeconds(2));
        Listed(); // after the summaries that the poll asks for
        Listed();
    }

    private void PollUntil(Action assertion) => AwaitAssert(() =>
    {
        Poll();
        assertion();
    });

    private TestProbe Join(string name, string? room, string? key = null)
    {
        var probe = CreateTestProbe();
        probe.Send(_rooms, new RoomProtocol.Join(RoomEventExtensions.Nick(name), Client) { Room = room, Device = key });
        return probe;
    }

    /// <summary>Consumes the welcome; returns the room, which sent it.</summary>
    private static IActorRef Enter(TestProbe probe)
    {
        probe.ExpectMsg<RoomProtocol.Joined>();
        return probe.LastSender;
    }

    private void Open(string name, string key) =>
        Assert.IsType<RoomEvent.Done>(Ask(new ClientMessage.OpenRoom(name, []), key));

    private string[] Listed()
    {
        var listed = Assert.IsType<RoomEvent.RoomsListed>(Ask(new ClientMessage.ListRooms(), null));
        return [.. listed.Rooms.Select(room => room.Name)];
    }

    private RoomEvent Ask(ClientMessage.ServerRequest request, string? key) =>
        Reply(new RoomManagerProtocol.Request(request, key, Client));

    private RoomEvent Command(string? room, ClientMessage command) =>
        Reply(new RoomManagerProtocol.Command(room, command));

    private RoomEvent Reply(object request) => Replied(Sent(request));

    private TestProbe Sent(object request)
    {
        var probe = CreateTestProbe();
        probe.Send(_rooms, request);
        return probe;
    }

    private static RoomEvent Replied(TestProbe probe) => Assert.Single(probe.ExpectMsg<Batch>().Events);

    private string? Code(bool isFirst)
    {
        var probe = CreateTestProbe();
        probe.Send(_rooms, new RoomManagerProtocol.MakeOwnerCode(isFirst));
        return probe.ExpectMsg<RoomManagerProtocol.OwnerCodeMade>().Code;
    }

    private static Refusal Refused(RoomEvent reply) => Assert.IsType<RoomEvent.Refused>(reply).Reason;
}
