using Akka.Hosting;
using Akka.IO;
using LanChat.Protocol;
using LanChat.Server.Listening;
using LanChat.Server.Network;
using LanChat.Server.Rooms;
using LanChat.Server.Settings;

namespace LanChat.Server.Discovery;

/// <summary>Adds the announcements and, with a web server, the room directory.</summary>
internal static class DiscoveryHosting
{
    /// <param name="akka">The program's actors.</param>
    /// <param name="settings">The server's settings.</param>
    /// <param name="web">The endpoint of the page; null: none.</param>
    /// <param name="log">The id of the room's history.</param>
    public static AkkaConfigurationBuilder AddDiscovery(
        this AkkaConfigurationBuilder akka, ServerSettings settings, Func<WebEndpoint?> web, string? log = null) =>
        akka.WithActors((system, registry) =>
        {
            // Starts the Udp extension here, so that an error in its settings ends the program.
            var udp = system.Udp();
            var (room, connections) = (registry.Get<RoomManagerActor>(), registry.Get<ConnectionManagerActor>());
            registry.Register<BroadcastActor>(system.ActorOf(
                BroadcastActor.Props(settings, room, connections, OwnAddresses.All, web(), log), "broadcast"));
            if (web() is null) return;
            registry.Register<RoomDirectoryActor>(system.ActorOf(
                RoomDirectoryActor.Props(settings, web(), log, room, connections, udp), "room-directory"));
        });
}
