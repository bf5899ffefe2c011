using Akka;
using Akka.Actor;
using Akka.Event;
using Akka.Hosting;
using LanChat.Rooms;
using LanChat.Server.Files;
using LanChat.Server.History;
using LanChat.Server.Settings;
using LanChat.Server.Sockets;
using LanChat.Server.Storage;

namespace LanChat.Server.Rooms;

/// <summary>Adds the room manager to the program, and writes the rest at shutdown.</summary>
internal static class RoomsHosting
{
    private static readonly TimeSpan CloseTimeout = TimeSpan.FromMilliseconds(800);

    /// <param name="akka">The program's actors.</param>
    /// <param name="settings">The server's settings.</param>
    /// <param name="restored">The state of the lobby.</param>
    /// <param name="clock">The source of time.</param>
    /// <param name="files">The files that members share.</param>
    /// <param name="store">Where rooms are kept; null: nowhere.</param>
    public static AkkaConfigurationBuilder AddRooms(
        this AkkaConfigurationBuilder akka,
        ServerSettings settings,
        RestoredState restored,
        TimeProvider clock,
        SharedFiles files,
        ServerStore? store = null) =>
        akka.WithActors((system, registry) =>
        {
            var history = registry.TryGet<HistoryActor>(out var keeper) ? keeper : ActorRefs.Nobody;
            var log = Logging.GetLogger(system, "history");
            var stores = new OpenStores(FileDescriptorBudget.Now().MaxOpenStores(), clock);
            var setup = new RoomManagerSetup(settings, clock, files.Snippets, restored, history)
            {
                RemoveFile = files.Remove,
                Store = store,
                Rooms = store?.ReadRooms() ?? [],
                Devices = store?.ReadDevices() ?? [],
                ReadPositions = store?.ReadPositions() ?? new ReadPositions([], [], []),
                Private = PrivateOf(store, settings, restored),
                Stores = stores,
                OpenHistory = key => OpenedHistory.OpenRoom(settings, key, stores, finding => log.Info("{0}", finding)),
                DeleteHistory = key => Delete(settings, key, log),
            };
            var rooms = system.ActorOf(RoomManagerActor.Props(setup), "rooms");
            registry.Register<RoomManagerActor>(rooms);
            CoordinatedShutdown.Get(system).AddTask(
                CoordinatedShutdown.PhaseBeforeActorSystemTerminate, "close the rooms' histories", () => Close(rooms));
        });

    private static PrivateLog PrivateOf(ServerStore? store, ServerSettings settings, RestoredState restored)
    {
        var refs = settings.History.Refs;
        return new PrivateLog(refs, store?.ReadPrivateLog(refs) ?? PrivateLogState.None, restored.Registry.Mail);
    }

    private static void Delete(ServerSettings settings, string key, ILoggingAdapter log)
    {
        try
        {
            OpenedHistory.DeleteRoom(settings, key);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException or HistoryException)
        {
            log.Warning("the history of a room in which nobody spoke is left: {0}", cause.Message);
        }
    }

    private static async Task<Done> Close(IActorRef rooms)
    {
        await rooms.Ask(RoomManagerProtocol.CloseHistories.Instance, CloseTimeout);
        return Done.Instance;
    }
}
