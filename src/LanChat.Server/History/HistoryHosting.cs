using Akka;
using Akka.Actor;
using Akka.Hosting;
using LanChat.Server.Settings;

namespace LanChat.Server.History;

/// <summary>Puts the history into the program, and the end of it at its end.</summary>
internal static class HistoryHosting
{
    private static readonly TimeSpan MostForTheLast = TimeSpan.FromMilliseconds(800);

    public static AkkaConfigurationBuilder AddHistory(
        this AkkaConfigurationBuilder akka, KeptHistory? kept, HistorySettings settings) => kept is null
        ? akka
        : akka.WithActors((system, registry) =>
        {
            var history = system.ActorOf(HistoryActor.Props(kept.Store, settings, kept.Least, kept.Said), "history");
            registry.Register<HistoryActor>(history);
            CoordinatedShutdown.Get(system).AddTask(
                CoordinatedShutdown.PhaseBeforeActorSystemTerminate, "write what is left", () => Close(history));
        });

    private static async Task<Done> Close(IActorRef history)
    {
        await history.Ask(HistoryProtocol.Close.Instance, MostForTheLast);
        return Done.Instance;
    }
}
