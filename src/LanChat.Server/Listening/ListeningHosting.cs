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

/// <summary>Adds the connection manager to the program, and the farewell to its shutdown.</summary>
internal static class ListeningHosting
{
    // Parts of the two seconds that the whole shutdown may take.
    private static readonly TimeSpan MaxFarewell = TimeSpan.FromMilliseconds(800);
    private static readonly TimeSpan MaxPassingOn = TimeSpan.FromMilliseconds(200);

    public static AkkaConfigurationBuilder AddConnections(
        this AkkaConfigurationBuilder akka,
        ServerSettings settings,
        TimeProvider clock,
        UploadTokens? uploadTokens = null,
        BoundEndpoints? bound = null,
        AddressLimits? addressLimits = null) =>
        akka.WithActors((system, registry) =>
        {
            // Starts the Tcp extension here, so that an error in its settings ends the program.
            _ = system.Tcp();
            var room = registry.Get<RoomManagerActor>();
            var connections = system.ActorOf(
                ConnectionManagerActor.Props(room, settings, clock, uploadTokens, bound, addressLimits), "connections");
            registry.Register<ConnectionManagerActor>(connections);
            CoordinatedShutdown.Get(system).AddTask(
                CoordinatedShutdown.PhaseServiceUnbind, "say goodbye", () => SayGoodbye(room, connections));
        });

    private static async Task<Done> SayGoodbye(IActorRef rooms, IActorRef connections)
    {
        // The rooms close before clients are disconnected: nobody is said to have left. The manager
        // has passed that on to them when it answers.
        rooms.Tell(new RoomProtocol.Close());
        await Task.WhenAny(rooms.Ask<ActorIdentity>(new Identify(null)), Task.Delay(MaxPassingOn));
        // After the timeout, the end of the actor system closes the remaining connections.
        await connections.GracefulStop(MaxFarewell, new ConnectionManagerProtocol.Drain(Refusal.Closing));
        return Done.Instance;
    }
}
