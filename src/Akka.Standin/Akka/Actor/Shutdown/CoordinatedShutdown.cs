using Akka.Configuration;
using Akka.Event;

namespace Akka.Actor;

/// <summary>
/// Ends a system in order: phase after phase, the tasks of one phase at the same time. A task that fails or takes longer than its phase
/// may is left behind with a warning, unless the phase says otherwise.
/// </summary>
public sealed partial class CoordinatedShutdown : IExtension
{
    public const string PhaseBeforeServiceUnbind = "before-service-unbind";
    public const string PhaseServiceUnbind = "service-unbind";
    public const string PhaseServiceRequestsDone = "service-requests-done";
    public const string PhaseServiceStop = "service-stop";
    public const string PhaseBeforeClusterShutdown = "before-cluster-shutdown";
    public const string PhaseClusterShardingShutdownRegion = "cluster-sharding-shutdown-region";
    public const string PhaseClusterLeave = "cluster-leave";
    public const string PhaseClusterExiting = "cluster-exiting";
    public const string PhaseClusterExitingDone = "cluster-exiting-done";
    public const string PhaseClusterShutdown = "cluster-shutdown";
    public const string PhaseBeforeActorSystemTerminate = "before-actor-system-terminate";
    public const string PhaseActorSystemTerminate = "actor-system-terminate";

    private readonly Dictionary<string, ShutdownPhase> _phases;
    private readonly ILoggingAdapter _log;
    private readonly TaskCompletionSource<Done> _run = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Reason? _reason;

    internal CoordinatedShutdown(ExtendedActorSystem system)
    {
        System = system;
        _log = Logging.GetLogger(system, typeof(CoordinatedShutdown));
        _phases = ShutdownPhase.FromConfig(system.Settings.Config.GetConfig("akka.coordinated-shutdown"));
    }

    public ExtendedActorSystem System { get; }

    /// <summary>Why it was run; null before that.</summary>
    public Reason ShutdownReason => _reason!;

    /// <summary>The most that all phases with tasks take together.</summary>
    public TimeSpan TotalTimeout =>
        _phases.Values.Where(phase => !phase.Tasks.IsEmpty).Aggregate(TimeSpan.Zero, (total, phase) => total + phase.Timeout);

    public static CoordinatedShutdown Get(ActorSystem sys) => sys.WithExtension<CoordinatedShutdown, CoordinatedShutdownExtension>();

    /// <exception cref="ConfigurationException">There is no such phase.</exception>
    public void AddTask(string phase, string taskName, Func<Task<Done>> task)
    {
        if (!_phases.TryGetValue(phase, out var known))
        {
            throw new ConfigurationException(
                $"Unknown phase [{phase}], known phases [{string.Join(",", _phases.Keys)}]. All of them are defined in the configuration.");
        }

        known.Tasks.Enqueue((taskName, task));
    }

    public TimeSpan Timeout(string phase) => _phases.TryGetValue(phase, out var known)
        ? known.Timeout
        : throw new ArgumentException($"Unknown phase [{phase}]. All phases must be defined in configuration.");

    /// <summary>Runs once, however often it is asked to; the task ends with the last phase.</summary>
    public Task<Done> Run(Reason reason, string? fromPhase = null)
    {
        if (Interlocked.CompareExchange(ref _reason, reason, null) is null)
            _ = RunPhases(fromPhase);
        return _run.Task;
    }

    private async Task RunPhases(string? fromPhase)
    {
        try
        {
            var order = ShutdownPhase.Order(_phases);
            foreach (var phase in fromPhase is null ? order : order.SkipWhile(name => name != fromPhase))
                await RunPhase(_phases[phase]).ConfigureAwait(false);
            _run.SetResult(Done.Instance);
        }
        catch (Exception failure)
        {
            _run.SetException(failure);
        }
    }

    private async Task RunPhase(ShutdownPhase phase)
    {
        _log.Debug("Performing phase [{0}] with [{1}] tasks", phase.Name, phase.Tasks.Count);
        if (phase.Tasks.IsEmpty)
            return;

        var all = Task.WhenAll(phase.Tasks.Select(task => RunTask(phase, task.Name, task.Work)));
        using var inTime = new CancellationTokenSource();
        if (await Task.WhenAny(all, Delay(phase.Timeout, inTime.Token)).ConfigureAwait(false) == all)
        {
            await inTime.CancelAsync().ConfigureAwait(false);
            await all.ConfigureAwait(false);
        }
        else if (phase.Recover)
        {
            _log.Warning("Coordinated shutdown phase [{0}] timed out after {1}", phase.Name, phase.Timeout);
        }
        else
        {
            throw new TimeoutException($"Coordinated shutdown phase[{phase.Name}] timed out after {phase.Timeout}");
        }
    }

    private async Task RunTask(ShutdownPhase phase, string name, Func<Task<Done>> work)
    {
        try
        {
            await work().ConfigureAwait(false);
        }
        catch (Exception failure) when (phase.Recover)
        {
            _log.Warning("Task [{0}] failed in phase [{1}]: {2}", name, phase.Name, failure.Message);
        }
    }

    // By the system's own clock, so that virtual time counts here, too.
    private Task Delay(TimeSpan time, CancellationToken cancelled)
    {
        var over = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        try
        {
            var timer = System.Scheduler.Advanced.ScheduleOnceCancelable(time, () => over.TrySetResult());
            cancelled.Register(timer.Cancel);
        }
        catch (SchedulerException)
        {
            // The system is gone already and its clock with it: nothing can take long any more.
        }

        return over.Task;
    }
}
