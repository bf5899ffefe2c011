using Akka.Hosting;
using LanChat.Server.Connections;
using LanChat.Server.Rooms;
using LanChat.Server.Settings;

namespace LanChat.Server.Discovery;

/// <summary>Puts the announcements into the program.</summary>
internal static class DiscoveryHosting
{
    public static AkkaConfigurationBuilder AddDiscovery(this AkkaConfigurationBuilder akka, ServerSettings settings) =>
        akka.WithActors((system, registry) => registry.Register<BroadcastActor>(system.ActorOf(
            BroadcastActor.Props(settings, registry.Get<RoomActor>(), registry.Get<ReceptionActor>(), OwnAddresses.All), "broadcast")));
}
