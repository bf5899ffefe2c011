using Akka.Actor;
using LanChat.Rooms;
using LanChat.Server.Files;
using LanChat.Server.History;
using LanChat.Server.Settings;

namespace LanChat.Server.Rooms;

/// <summary>What a room starts from.</summary>
/// <param name="Settings">The server's settings.</param>
/// <param name="Clock">The time of messages.</param>
/// <param name="Files">Stores small text files.</param>
/// <param name="Restored">The state to start from.</param>
/// <param name="History">
/// The history's actor (<see cref="HistoryProtocol"/>), or nobody.
/// </param>
internal sealed record RoomSetup(
    ServerSettings Settings, TimeProvider Clock, SnippetStore Files, RestoredState Restored, IActorRef History)
{
    /// <summary>The room's name, settings and roles; by default the lobby's.</summary>
    public RoomRecord Record { get; init; } = new(Settings.Room.Name) { IsLobby = true };

    /// <summary>The nicknames of the server; by default those of the restored state.</summary>
    public NickRegistry Nicks { get; init; } =
        new(Settings.RoomRules(isDurable: true).Registry, Restored.Registry);

    /// <summary>The private messages of the server; by default none.</summary>
    public PrivateLog Private { get; init; } =
        new(Settings.History.Refs, PrivateLogState.None, Restored.Registry.Mail);

    /// <summary>The history that keeps the nicknames; by default the room's own.</summary>
    public IActorRef NickHistory { get; init; } = History;

    /// <summary>Persists changes of the record, or nobody.</summary>
    public IActorRef Manager { get; init; } = ActorRefs.Nobody;

    /// <summary>Deletes a file by its link; by default does nothing.</summary>
    public Action<string> RemoveFile { get; init; } = _ => { };

    /// <summary>The room's rules.</summary>
    public Room CreateRoom()
    {
        var rules = Settings.RoomRules(isDurable: !History.IsNobody());
        return new Room(Record.IsLobby ? rules : rules with { Notice = "" }, Restored, Files, Record, Nicks, Private);
    }
}
