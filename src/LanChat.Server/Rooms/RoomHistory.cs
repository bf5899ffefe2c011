using Akka.Actor;
using LanChat.Server.History;

namespace LanChat.Server.Rooms;

/// <summary>The open history of a room that is not the lobby, and its actor.</summary>
internal sealed record RoomHistory(OpenedHistory Opened, IActorRef Actor)
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(5);

    /// <summary>Writes what is left, stops the actor and closes the store.</summary>
    public async Task CloseAsync()
    {
        await Actor.Ask(HistoryProtocol.Close.Instance, Timeout);
        await Actor.GracefulStop(Timeout);
        Opened.Dispose();
    }
}
