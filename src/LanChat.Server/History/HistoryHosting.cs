using Akka;
using Akka.Actor;
using Akka.Hosting;
using LanChat.Server.Settings;

namespace LanChat.Server.History;

/// <summary>Adds the history's actor to the program, and writes the rest at shutdown.</summary>
internal static class HistoryHosting
{
    private static readonly TimeSpan CloseTimeout = TimeSpan.FromMilliseconds(800);

    public static AkkaConfigurationBuilder AddHistory(
        this AkkaConfigurationBuilder akka, OpenedHistory? opened, HistorySettings settings) => opened is null
        ? akka
        : akka.WithActors((system, registry) =>
        {
            var props = HistoryActor.Props(opened.Store, settings, opened.MinMessages, opened.MinMemberMessages);
            var history = system.ActorOf(props, "history");
            registry.Register<HistoryActor>(history);
            CoordinatedShutdown.Get(system).AddTask(
                CoordinatedShutdown.PhaseBeforeActorSystemTerminate, "write what is left", () => Close(history));
        });

    private static async Task<Done> Close(IActorRef history)
    {
        await history.Ask(HistoryProtocol.Close.Instance, CloseTimeout);
        return Done.Instance;
    }
}
