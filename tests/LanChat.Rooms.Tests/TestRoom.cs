using System.Diagnostics.CodeAnalysis;
using LanChat.Protocol;

namespace LanChat.Rooms.Tests;

/// <summary>A room without actors and with a manual clock.</summary>
internal sealed class TestRoom
{
    public static readonly DateTime Local = new(2023, 8, 10, 16, 2, 43);

    private static readonly RoomRules Rules = new("", HistorySize: 10, HistorySizeRaw: 10)
    {
        MaxMembers = 0,
        MaxNickname = 100,
        MaxAway = 100,
        MaxQueued = 4 * 1024 * 1024,
        MaxCatchUp = 1000,
        MaxRefs = 1000,
        Registry = new RegistryRules
        {
            MaxNicks = 100,
            MaxPerKey = 10,
            MaxPerAddress = 10,
            NickLifetime = TimeSpan.FromDays(180),
            MailLifetime = TimeSpan.FromDays(14),
            MaxMailPerNick = 100,
            MaxMailBytes = 1024 * 1024,
        },
    };

    private static readonly RoomRecord Lobby = new(NameOf("Our room")) { IsLobby = true };

    private readonly RoomState _state;
    private int _lastPort = 50_000;
    private long _lastSession;

    private TestRoom(RoomRules rules, RestoredState restored, RoomRecord record)
    {
        Room = new Room(
            rules, restored, new Snippets(), record, new NickRegistry(rules.Registry, restored.Registry),
            new PrivateLog(rules.MaxRefs, PrivateLogState.None, restored.Registry.Mail));
        Room.Open(new PeerAddress("192.168.38.149", 8001));
        _state = Room.State;
    }

    public Room Room { get; }

    public Timestamp Now { get; private set; } = new(Local, Local.AddHours(-8));

    public int Count => Room.Count;

    public int Version => Room.Version;

    public static TestRoom Open(
        Func<RoomRules, RoomRules>? with = null, RestoredState? restored = null, RoomRecord? record = null) =>
        new(with is null ? Rules : with(Rules), restored ?? RestoredState.None, record ?? Lobby);

    public static RoomName NameOf(string text)
    {
        Assert.True(RoomName.TryCreate(text, out var name));
        return name;
    }

    public void Advance(TimeSpan time) => Now = new Timestamp(Now.Local + time, Now.Utc + time);

    public JoinRequest RequestFor(string name, Numbering numbering = Numbering.Counted) =>
        new(RoomEventExtensions.Nick(name), new PeerAddress("192.168.38.203", ++_lastPort), Numbering: numbering);

    public Session Join(string name, Numbering numbering = Numbering.Counted) => Join(RequestFor(name, numbering));

    public Session Join(JoinRequest join)
    {
        Assert.True(TryJoin(join, out var id, out _));
        return _state.Sessions[id];
    }

    public Refusal Refuse(string name) => Refuse(RequestFor(name));

    public Refusal Refuse(JoinRequest join)
    {
        Assert.False(TryJoin(join, out _, out var refusal));
        return refusal;
    }

    public void Leave(Session session) => Room.Disconnect(session.Id, Now);

    public void Handle(Session session, ClientMessage request) => Assert.True(Room.Handle(session.Id, request, Now));

    public void Say(Session session, string text) => Handle(session, new ClientMessage.Say(text));

    public Outcome DequeueOutcome() => Room.DequeueOutcome(Now);

    /// <summary>The events published since the last call.</summary>
    public RoomEvent[] DequeueBatch() =>
        [.. All(DequeueOutcome()).OfType<Delivery.Broadcast>().SelectMany(broadcast => broadcast.Events)];

    /// <summary>The entrance a newcomer would get now.</summary>
    public IReadOnlyList<RoomEvent> Entrance() =>
        LanChat.Rooms.Entrance.ForNewcomer(_state.Rules, _state.StateEvents(), _state.Log).Events;

    public RoomEvent.MembersChanged DequeueMemberChanges() =>
        Assert.IsType<RoomEvent.MembersChanged>(Assert.Single(Room.DequeueMemberChanges().Events));

    public static IEnumerable<Delivery> All(Outcome outcome) => outcome.Immediate.Concat(outcome.Deliveries);

    /// <summary>Asks to join; returns the refusal and the session.</summary>
    public Refusal TryJoin(string name, out SessionId id)
    {
        Assert.False(TryJoin(RequestFor(name), out id, out var refusal));
        return refusal;
    }

    private bool TryJoin(JoinRequest join, out SessionId id, [NotNullWhen(false)] out Refusal? refusal)
    {
        id = new SessionId(++_lastSession);
        return Room.TryJoin(id, join, Now, out refusal);
    }

    private sealed class Snippets : ISnippetStore
    {
        public bool TryAdd(
            Snippet snippet,
            [NotNullWhen(true)] out ChatFile? file,
            [NotNullWhen(false)] out Refusal? refusal)
        {
            file = snippet.Text.Length > 0
                ? new ChatFile(1, snippet.Name, snippet.Text.Length, snippet.Text)
                : null;
            refusal = file is null ? Refusal.FileTooLarge : null;
            return file is not null;
        }
    }
}
