using Akka.Actor;
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
/// <param name="LobbyHistory">The lobby's history, which keeps nicknames as well; or nobody.</param>
internal sealed record RoomManagerSetup(
    ServerSettings Settings, TimeProvider Clock, SnippetStore Files, RestoredState Lobby, IActorRef LobbyHistory)
{
    /// <summary>Where rooms are kept; null: nowhere.</summary>
    public ServerStore? Store { get; init; }

    /// <summary>The rooms that are kept.</summary>
    public IReadOnlyList<RoomRecord> Rooms { get; init; } = [];

    /// <summary>Opens a room's history by its key; the result is null if nothing is persisted.</summary>
    public Func<string, OpenedHistory?> OpenHistory { get; init; } = _ => null;

    /// <summary>Deletes the history of a room in which nobody ever spoke.</summary>
    public Action<string> DeleteHistory { get; init; } = _ => { };
}
