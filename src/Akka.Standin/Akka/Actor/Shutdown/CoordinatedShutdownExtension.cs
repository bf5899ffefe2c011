using Akka.Event;

namespace Akka.Actor;

/// <summary>Gives a system its coordinated shutdown, with the last task of it and the hook on the end of the process.</summary>
public sealed class CoordinatedShutdownExtension : ExtensionIdProvider<CoordinatedShutdown>
{
    public override CoordinatedShutdown CreateExtension(ExtendedActorSystem system)
    {
        var shutdown = new CoordinatedShutdown(system);
        var exits = system.Settings.Config.GetBoolean("akka.coordinated-shutdown.exit-clr");
        if (exits || system.Settings.CoordinatedShutdownTerminateActorSystem)
            shutdown.AddTask(CoordinatedShutdown.PhaseActorSystemTerminate, "terminate-system", () => TerminateSystem(system, exits));
        if (system.Settings.Config.GetBoolean("akka.coordinated-shutdown.run-by-clr-shutdown-hook"))
            RunOnProcessExit(shutdown);
        return shutdown;
    }

    private static async Task<Done> TerminateSystem(ActorSystem system, bool exits)
    {
        if (system.Settings.CoordinatedShutdownTerminateActorSystem)
            await ((ActorSystemImpl)system).FinalTerminate().ConfigureAwait(false);

        // When the process is ending anyway, asking for it again would wait for itself.
        if (exits && CoordinatedShutdown.Get(system).ShutdownReason is not CoordinatedShutdown.ClrExitReason)
            _ = Task.Run(() => Environment.Exit(0));
        return Done.Instance;
    }

    private static void RunOnProcessExit(CoordinatedShutdown shutdown)
    {
        AppDomain.CurrentDomain.ProcessExit += OnExit;
        shutdown.System.WhenTerminated.ContinueWith(
            _ => AppDomain.CurrentDomain.ProcessExit -= OnExit, TaskScheduler.Default);

        void OnExit(object? sender, EventArgs arguments)
        {
            shutdown.System.Log.Info("Starting coordinated shutdown from CLR termination hook.");
            shutdown.Run(CoordinatedShutdown.ClrExitReason.Instance).Wait(shutdown.TotalTimeout);
        }
    }
}
