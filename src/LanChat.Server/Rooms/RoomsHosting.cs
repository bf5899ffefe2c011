using Akka.Actor;
using Akka.Hosting;
using LanChat.Server.Files;
using LanChat.Server.History;
using LanChat.Server.Settings;

namespace LanChat.Server.Rooms;

/// <summary>Puts the room into the program.</summary>
internal static class RoomsHosting
{
    public static AkkaConfigurationBuilder AddRooms(this AkkaConfigurationBuilder akka, ServerSettings settings, Past? past, TimeProvider clock, FileStore? files = null) =>
        akka.WithActors((system, registry) =>
        {
            var history = registry.TryGet<HistoryActor>(out var keeper) ? keeper : ActorRefs.Nobody;
            registry.Register<RoomActor>(system.ActorOf(RoomActor.Props(settings, clock, past, history, files), "room"));
        });
}
