using Akka.Actor;
using Akka.Hosting;
using LanChat.Rooms;
using LanChat.Server.Files;
using LanChat.Server.History;
using LanChat.Server.Settings;

namespace LanChat.Server.Rooms;

/// <summary>Adds the room's actor to the program.</summary>
internal static class RoomsHosting
{
    public static AkkaConfigurationBuilder AddRooms(
        this AkkaConfigurationBuilder akka,
        ServerSettings settings,
        RestoredState restored,
        TimeProvider clock,
        SnippetStore files) =>
        akka.WithActors((system, registry) =>
        {
            var history = registry.TryGet<HistoryActor>(out var keeper) ? keeper : ActorRefs.Nobody;
            var room = RoomActor.Props(settings, clock, restored, history, files);
            registry.Register<RoomActor>(system.ActorOf(room, "room"));
        });
}
