using Akka.Hosting;
using LanChat.Server.Settings;

namespace LanChat.Server.Rooms;

/// <summary>Puts the room into the program.</summary>
internal static class RoomsHosting
{
    public static AkkaConfigurationBuilder AddRooms(this AkkaConfigurationBuilder akka, ServerSettings settings, TimeProvider clock) =>
        akka.WithActors((system, registry) => registry.Register<RoomActor>(system.ActorOf(RoomActor.Props(settings, clock), "room")));
}
