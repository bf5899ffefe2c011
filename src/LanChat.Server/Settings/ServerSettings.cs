using LanChat.Rooms;
using LanChat.Settings;
using LanChat.Texts;

namespace LanChat.Server.Settings;

/// <summary>
/// The settings of the server: <c>lanchat.server</c> and <c>lanchat.discovery</c>.
/// </summary>
internal sealed record ServerSettings
{
    public required LobbySettings Room { get; init; }

    public required RoomsSettings Rooms { get; init; }

    public required ListenSettings Listen { get; init; }

    public required TransportSettings Transport { get; init; }

    public required WebSettings Web { get; init; }

    public required LimitSettings Limits { get; init; }

    public required FloodSettings Flood { get; init; }

    public required RawSettings Raw { get; init; }

    public required LivenessSettings Liveness { get; init; }

    public required MembersSettings Members { get; init; }

    public required FileSettings Files { get; init; }

    public required UploadSettings Uploads { get; init; }

    public required DataSettings Data { get; init; }

    public required HistorySettings History { get; init; }

    public required NameSettings Names { get; init; }

    public required DiscoverySettings Discovery { get; init; }

    public static ServerSettings Read(LayeredSettings settings) => new()
    {
        Room = LobbySettings.Read(settings),
        Rooms = RoomsSettings.Read(settings),
        Listen = ListenSettings.Read(settings),
        Transport = TransportSettings.Read(settings),
        Web = WebSettings.Read(settings),
        Limits = LimitSettings.Read(settings),
        Flood = FloodSettings.Read(settings),
        Raw = RawSettings.Read(settings),
        Liveness = LivenessSettings.Read(settings),
        Members = MembersSettings.Read(settings),
        Files = FileSettings.Read(settings),
        Uploads = UploadSettings.Read(settings),
        Data = DataSettings.Read(settings),
        History = HistorySettings.Read(settings),
        Names = NameSettings.Read(settings),
        Discovery = DiscoveryOf(settings),
    };

    /// <summary>The settings that the room's rules depend on.</summary>
    /// <param name="isDurable">Whether the history is persisted.</param>
    public RoomRules RoomRules(bool isDurable) => new(Room.Notice, Room.HistorySize, Room.HistorySizeRaw)
    {
        MaxMembers = Limits.Members,
        MaxNickname = Limits.Nickname,
        MaxAway = Limits.Away,
        MaxQueued = Limits.Waiting,
        MaxCatchUp = History.CatchUp,
        MaxRefs = History.Refs,
        IsDurable = isDurable,
        Opening = Rooms.Open,
        Registry = new RegistryRules
        {
            MaxNicks = Names.Kept,
            MaxPerKey = Names.PerKey,
            MaxPerAddress = Names.PerAddress,
            NickLifetime = Names.Unused,
            MailLifetime = Names.WordsKept,
            MaxMailPerNick = Names.WordsPerName,
            MaxMailBytes = Names.WordsTotal,
        },
    };

    private static DiscoverySettings DiscoveryOf(LayeredSettings settings)
    {
        const string portKey = "lanchat.discovery.port";
        var discovery = DiscoverySettings.Read(settings);
        return discovery.Port > 0 ? discovery : throw settings.Wrong(portKey, ServerTexts.NoPortToAnnounceOn);
    }
}
