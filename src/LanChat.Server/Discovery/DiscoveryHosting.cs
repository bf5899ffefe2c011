using Akka.Hosting;
using Akka.IO;
using LanChat.Protocol;
using LanChat.Server.Listening;
using LanChat.Server.Network;
using LanChat.Server.Rooms;
using LanChat.Server.Settings;

namespace LanChat.Server.Discovery;

/// <summary>Puts the announcements into the program, and where browsers are served also the list of the other rooms.</summary>
internal static class DiscoveryHosting
{
    /// <param name="akka">The program's actors.</param>
    /// <param name="settings">What is announced, where and how often.</param>
    /// <param name="web">Tells where the page is for browsers.</param>
    /// <param name="log">Which history is the room's.</param>
    public static AkkaConfigurationBuilder AddDiscovery(this AkkaConfigurationBuilder akka, ServerSettings settings, Func<WebDoor?> web, string? log = null) =>
        akka.WithActors((system, registry) =>
        {
            // What is wrong with its settings shows here, and not once in every actor that uses it.
            var udp = system.Udp();
            registry.Register<BroadcastActor>(system.ActorOf(
                BroadcastActor.Props(settings, registry.Get<RoomActor>(), registry.Get<ConnectionManagerActor>(), OwnAddresses.All, web(), log), "broadcast"));
            if (web() is null) return;
            registry.Register<NeighboursActor>(system.ActorOf(
                NeighboursActor.Props(settings, web(), log, registry.Get<RoomActor>(), registry.Get<ConnectionManagerActor>(), udp), "neighbours"));
        });
}
