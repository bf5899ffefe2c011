using Akka.Actor;

namespace Akka.Contract.Tests;

/// <summary>
/// The phases of a coordinated shutdown run once and in order, and the process goes on afterwards.
/// </summary>
public sealed class CoordinatedShutdownSpecs()
    : Spec("akka.coordinated-shutdown.phases.service-requests-done.timeout = 100ms")
{
    private sealed class RoomFailed : CoordinatedShutdown.Reason
    {
        public override int ExitCode => 70;
    }

    private readonly List<string> _ran = [];

    private void AddTask(string phase, string name, Func<Task>? work = null) =>
        CoordinatedShutdown.Get(Sys).AddTask(phase, name, async () =>
        {
            if (work is not null)
                await work();
            lock (_ran)
                _ran.Add(name);
            return Done.Instance;
        });

    private Task<Done> Run(CoordinatedShutdown.Reason? reason = null) =>
        CoordinatedShutdown.Get(Sys).Run(reason ?? CoordinatedShutdown.ClrExitReason.Instance).WaitAsync(Timeout);

    [Fact]
    public async Task The_phases_run_in_their_order_and_the_last_one_terminates_the_system()
    {
        AddTask(CoordinatedShutdown.PhaseBeforeActorSystemTerminate, "third");
        AddTask(CoordinatedShutdown.PhaseServiceUnbind, "first");
        AddTask(CoordinatedShutdown.PhaseServiceStop, "second", () =>
        {
            Assert.False(Sys.WhenTerminated.IsCompleted);
            return Task.CompletedTask;
        });

        await Run();

        Assert.Equal(["first", "second", "third"], _ran);
        await Sys.WhenTerminated.WaitAsync(Timeout);
    }

    [Fact]
    public async Task Terminating_the_system_runs_the_phases_too()
    {
        AddTask(CoordinatedShutdown.PhaseServiceStop, "ran");

        await Sys.Terminate().WaitAsync(Timeout);

        Assert.Equal(["ran"], _ran);
    }

    [Fact]
    public async Task The_phases_run_once_and_the_first_reason_is_kept()
    {
        AddTask(CoordinatedShutdown.PhaseServiceStop, "ran");
        var first = new RoomFailed();

        await Task.WhenAll(Run(first), Run());

        Assert.Equal(["ran"], _ran);
        Assert.Same(first, CoordinatedShutdown.Get(Sys).ShutdownReason);
    }

    [Fact]
    public async Task A_task_that_fails_or_takes_too_long_does_not_keep_the_others_from_running()
    {
        var never = new TaskCompletionSource();
        AddTask(CoordinatedShutdown.PhaseServiceUnbind, "failing", () => throw new InvalidOperationException());
        AddTask(CoordinatedShutdown.PhaseServiceRequestsDone, "slow", () => never.Task);
        AddTask(CoordinatedShutdown.PhaseServiceStop, "next phase");

        await Run();

        Assert.Equal(["next phase"], _ran);
    }

    [Fact]
    public void Every_reason_has_its_own_exit_code()
    {
        var exitCode = typeof(CoordinatedShutdown.Reason).GetProperty(nameof(CoordinatedShutdown.Reason.ExitCode))!;

        Assert.True(exitCode.GetMethod!.IsAbstract);
    }

    [Fact]
    public async Task The_process_goes_on_and_its_exit_code_is_unset_unless_exit_clr_is_on()
    {
        Assert.False(Sys.Settings.Config.GetBoolean("akka.coordinated-shutdown.exit-clr", true));
        var before = Environment.ExitCode;

        await Run(new RoomFailed());
        await Sys.WhenTerminated.WaitAsync(Timeout);

        Assert.Equal(before, Environment.ExitCode);
        Assert.False(Environment.HasShutdownStarted);
    }
}
