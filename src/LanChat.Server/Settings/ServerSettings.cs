using LanChat.Rooms;
using LanChat.Settings;
using LanChat.Texts;

namespace LanChat.Server.Settings;

/// <summary>All of <c>lanchat.server</c>, and how the room is announced.</summary>
internal sealed record ServerSettings(
    RoomSettings Room,
    ListenSettings Listen,
    TransportSettings Transport,
    WebSettings Web,
    LimitSettings Limits,
    FloodSettings Flood,
    RawSettings Raw,
    LivenessSettings Liveness,
    MembersSettings Members,
    FileSettings Files,
    UploadSettings Uploads,
    DataSettings Data,
    HistorySettings History,
    NameSettings Names,
    DiscoverySettings Discovery)
{
    public static ServerSettings Read(LayeredSettings settings) => new(
        RoomSettings.Read(settings),
        ListenSettings.Read(settings),
        TransportSettings.Read(settings),
        WebSettings.Read(settings),
        LimitSettings.Read(settings),
        FloodSettings.Read(settings),
        RawSettings.Read(settings),
        LivenessSettings.Read(settings),
        MembersSettings.Read(settings),
        FileSettings.Read(settings),
        UploadSettings.Read(settings),
        DataSettings.Read(settings),
        HistorySettings.Read(settings),
        NameSettings.Read(settings),
        DiscoveryOf(settings));

    /// <summary>What the room's rules need to know of them.</summary>
    /// <param name="isDurable">Whether the history outlives the server.</param>
    public RoomRules RoomRules(bool isDurable) => new(Room.Notice, Room.HistorySize, Room.HistorySizeRaw)
    {
        MaxMembers = Limits.Members,
        MaxNickname = Limits.Nickname,
        MaxAway = Limits.Away,
        MaxQueued = Limits.Waiting,
        CatchUp = History.CatchUp,
        Refs = History.Refs,
        IsDurable = isDurable,
        Registry = new RegistryRules(
            Names.Kept,
            Names.PerKey,
            Names.PerAddress,
            Names.Unused,
            Names.WordsKept,
            Names.WordsPerName,
            Names.WordsTotal),
    };

    private static DiscoverySettings DiscoveryOf(LayeredSettings settings)
    {
        const string portKey = "lanchat.discovery.port";
        var discovery = DiscoverySettings.Read(settings);
        return discovery.Port > 0 ? discovery : throw settings.Wrong(portKey, ServerTexts.NoPortToAnnounceOn);
    }
}
