using Akka.Actor;
using LanChat.Protocol;
using LanChat.Rooms;
using LanChat.Server.Files;
using LanChat.Server.History;
using LanChat.Server.Settings;
using LanChat.Server.Storage;

namespace LanChat.Server.Rooms;

/// <summary>What the room manager starts from.</summary>
/// <param name="Settings">The server's settings.</param>
/// <param name="Clock">The source of time.</param>
/// <param name="Files">Stores small text files.</param>
/// <param name="Lobby">The state of the lobby.</param>
/// <param name="LobbyHistory">
/// The lobby's history, which keeps nicknames as well; or nobody.
/// </param>
internal sealed record RoomManagerSetup(
    ServerSettings Settings, TimeProvider Clock, SnippetStore Files, RestoredState Lobby, IActorRef LobbyHistory)
{
    /// <summary>Where rooms are kept; null: nowhere.</summary>
    public ServerStore? Store { get; init; }

    /// <summary>The rooms that are kept.</summary>
    public IReadOnlyList<RoomRecord> Rooms { get; init; } = [];

    /// <summary>The devices of accounts that have several.</summary>
    public IReadOnlyList<LinkedDevice> Devices { get; init; } = [];

    /// <summary>The private messages of the server.</summary>
    public PrivateLog Private { get; init; } =
        new(Settings.History.Refs, PrivateLogState.None, Lobby.Registry.Mail);

    /// <summary>How far accounts have read.</summary>
    public ReadPositions ReadPositions { get; init; } = new([], [], []);

    /// <summary>
    /// Opens a room's history by its key; the result is null if nothing is persisted.
    /// </summary>
    public Func<string, OpenedHistory?> OpenHistory { get; init; } = _ => null;

    /// <summary>The rooms' stores that have files open.</summary>
    public OpenStores Stores { get; init; } = new(int.MaxValue, Clock);

    /// <summary>Deletes the history of a room in which nobody ever spoke.</summary>
    public Action<string> DeleteHistory { get; init; } = _ => { };

    /// <summary>Deletes a file by its link.</summary>
    public Action<string> RemoveFile { get; init; } = _ => { };

    /// <summary>What a room starts from.</summary>
    /// <param name="record">The room's record.</param>
    /// <param name="history">Its history; null for the lobby, and if nothing is persisted.</param>
    /// <param name="nicks">The nicknames of the server.</param>
    /// <param name="manager">The room manager.</param>
    public RoomSetup SetupOf(RoomRecord record, RoomHistory? history, NickRegistry nicks, IActorRef manager)
    {
        var restored = record.IsLobby ? Lobby : history?.Opened.Restored ?? RestoredState.None;
        var keeper = record.IsLobby ? LobbyHistory : history?.Actor ?? ActorRefs.Nobody;
        return new RoomSetup(Settings, Clock, Files, restored, keeper)
        {
            Record = record,
            Nicks = nicks,
            Private = Private,
            NickHistory = LobbyHistory,
            Manager = manager,
            RemoveFile = RemoveFile,
        };
    }

    /// <summary>
    /// The actor of a room's history, with the room's own retention where that is shorter.
    /// </summary>
    public RoomHistory? HistoryOf(OpenedHistory? opened, RoomSettings room, IActorRefFactory rooms)
    {
        if (opened is null) return null;
        var history = Settings.History;
        var own = history with
        {
            KeepAge = TimeSpan.FromTicks(Shorter(history.KeepAge.Ticks, room.KeepAge.Ticks)),
            KeepSize = Shorter(history.KeepSize, room.KeepSize),
        };
        var props = HistoryActor.Props(opened.Store, own, opened.MinMessages, opened.MinMemberMessages, Clock);
        return new RoomHistory(opened, rooms.ActorOf(props));
    }

    // Zero means unlimited.
    private static long Shorter(long server, long room) =>
        server == 0 ? room : room == 0 ? server : Math.Min(server, room);
}
