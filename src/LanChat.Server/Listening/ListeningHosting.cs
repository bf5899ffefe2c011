using Akka;
using Akka.Actor;
using Akka.Hosting;
using Akka.IO;
using LanChat.Protocol;
using LanChat.Server.Connections;
using LanChat.Server.Files;
using LanChat.Server.Rooms;
using LanChat.Server.Settings;
using LanChat.Server.Transports;

namespace LanChat.Server.Listening;

/// <summary>Puts the listener into the program, and the goodbye into its end.</summary>
internal static class ListeningHosting
{
    // The whole program has two seconds to end in.
    private static readonly TimeSpan MostFarewell = TimeSpan.FromMilliseconds(800);

    public static AkkaConfigurationBuilder AddConnections(
        this AkkaConfigurationBuilder akka, ServerSettings settings, TimeProvider clock, UploadPasses? passes = null, BoundEndpoints? bound = null, Origins? origins = null) =>
        akka.WithActors((system, registry) =>
        {
            // What is wrong with its settings shows here, and not in an actor.
            _ = system.Tcp();
            var room = registry.Get<RoomActor>();
            var connections = system.ActorOf(ConnectionManagerActor.Props(room, settings, clock, passes, bound, origins), "connections");
            registry.Register<ConnectionManagerActor>(connections);
            CoordinatedShutdown.Get(system).AddTask(
                CoordinatedShutdown.PhaseServiceUnbind, "say goodbye", () => SayGoodbye(room, connections));
        });

    private static async Task<Done> SayGoodbye(IActorRef room, IActorRef connections)
    {
        room.Tell(new RoomProtocol.Close());
        // Whoever has not read their goodbye by then is disconnected with the rest.
        await connections.GracefulStop(MostFarewell, new ConnectionManagerProtocol.Drain(Refusal.Closing));
        return Done.Instance;
    }
}
