using Akka;
using Akka.Actor;
using Akka.Hosting;
using Akka.IO;
using LanChat.Protocol;
using LanChat.Server.Connections.Transports;
using LanChat.Server.Files;
using LanChat.Server.Rooms;
using LanChat.Server.Settings;

namespace LanChat.Server.Connections;

/// <summary>Puts the listener into the program, and the goodbye into its end.</summary>
internal static class ConnectionsHosting
{
    // The whole program has two seconds to end in.
    private static readonly TimeSpan MostFarewell = TimeSpan.FromMilliseconds(800);

    public static AkkaConfigurationBuilder AddConnections(
        this AkkaConfigurationBuilder akka, ServerSettings settings, TimeProvider clock, UploadPasses? passes = null, BoundDoors? bound = null, Origins? origins = null) =>
        akka.WithActors((system, registry) =>
        {
            // What is wrong with its settings shows here, and not in an actor.
            _ = system.Tcp();
            var room = registry.Get<RoomActor>();
            var reception = system.ActorOf(ReceptionActor.Props(room, settings, clock, passes, bound, origins), "reception");
            registry.Register<ReceptionActor>(reception);
            CoordinatedShutdown.Get(system).AddTask(
                CoordinatedShutdown.PhaseServiceUnbind, "say goodbye", () => SayGoodbye(room, reception));
        });

    private static async Task<Done> SayGoodbye(IActorRef room, IActorRef reception)
    {
        room.Tell(new RoomProtocol.Close());
        // Whoever has not read their goodbye by then is disconnected with the rest.
        await reception.GracefulStop(MostFarewell, new ReceptionProtocol.Drain(Refusal.Closing));
        return Done.Instance;
    }
}
