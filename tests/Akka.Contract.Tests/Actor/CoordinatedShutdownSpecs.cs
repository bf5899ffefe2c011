using Akka.Actor;

namespace Akka.Contract.Tests.Actor;

public sealed class CoordinatedShutdownSpecs() : Spec("""
    akka.coordinated-shutdown.phases {
      service-requests-done.timeout = 100ms
      before-service-unbind.depends-on = [goodbye]
      goodbye {}
    }
    """)
{
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

    private Task<Done> Run() =>
        CoordinatedShutdown.Get(Sys).Run(CoordinatedShutdown.ClrExitReason.Instance).WaitAsync(Patience);

    [Fact]
    public async Task The_phases_run_in_their_order()
    {
        AddTask(CoordinatedShutdown.PhaseBeforeActorSystemTerminate, "fourth");
        AddTask(CoordinatedShutdown.PhaseServiceUnbind, "second");
        AddTask(CoordinatedShutdown.PhaseServiceStop, "third");
        AddTask(CoordinatedShutdown.PhaseBeforeServiceUnbind, "first");

        await Run();

        Assert.Equal(["first", "second", "third", "fourth"], _ran);
    }

    [Fact]
    public async Task A_phase_of_ones_own_runs_before_those_that_depend_on_it()
    {
        AddTask(CoordinatedShutdown.PhaseBeforeServiceUnbind, "second");
        AddTask("goodbye", "first");

        await Run();

        Assert.Equal(["first", "second"], _ran);
    }

    [Fact]
    public async Task A_phase_ends_when_all_its_tasks_have()
    {
        var second = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        AddTask(CoordinatedShutdown.PhaseServiceUnbind, "slow", () => second.Task);
        AddTask(CoordinatedShutdown.PhaseServiceUnbind, "quick", () =>
        {
            second.SetResult();
            return Task.CompletedTask;
        });
        AddTask(CoordinatedShutdown.PhaseServiceStop, "next phase");

        await Run();

        Assert.Equal(["quick", "slow"], _ran[..2].Order());
        Assert.Equal("next phase", _ran[2]);
    }

    [Fact]
    public async Task The_last_phase_terminates_the_system()
    {
        AddTask(CoordinatedShutdown.PhaseServiceStop, "while it runs", () =>
        {
            Assert.False(Sys.WhenTerminated.IsCompleted);
            return Task.CompletedTask;
        });

        await Run();
        await Sys.WhenTerminated.WaitAsync(Patience);

        Assert.Equal(["while it runs"], _ran);
    }

    [Fact]
    public async Task Terminating_the_system_runs_it_too()
    {
        AddTask(CoordinatedShutdown.PhaseServiceStop, "ran");

        await Sys.Terminate().WaitAsync(Patience);

        Assert.Equal(["ran"], _ran);
    }

    [Fact]
    public async Task It_runs_once_however_often_it_is_asked_to()
    {
        AddTask(CoordinatedShutdown.PhaseServiceStop, "ran");

        await Task.WhenAll(Run(), Run());
        await Run();

        Assert.Equal(["ran"], _ran);
        Assert.IsType<CoordinatedShutdown.ClrExitReason>(CoordinatedShutdown.Get(Sys).ShutdownReason);
    }

    [Fact]
    public async Task A_task_that_fails_does_not_keep_the_others_from_running()
    {
        AddTask(CoordinatedShutdown.PhaseServiceUnbind, "failing", () => throw new InvalidOperationException());
        AddTask(CoordinatedShutdown.PhaseServiceUnbind, "same phase");
        AddTask(CoordinatedShutdown.PhaseServiceStop, "next phase");

        await Run();

        Assert.Equal(["same phase", "next phase"], _ran);
    }

    [Fact]
    public async Task A_task_that_takes_too_long_is_left_behind_when_its_phase_is_over()
    {
        var never = new TaskCompletionSource();
        AddTask(CoordinatedShutdown.PhaseServiceRequestsDone, "slow", () => never.Task);
        AddTask(CoordinatedShutdown.PhaseServiceStop, "next phase");

        await Run();

        Assert.Equal(["next phase"], _ran);
    }

    [Fact]
    public void A_task_for_a_phase_that_does_not_exist_is_refused() =>
        Assert.Throws<Akka.Configuration.ConfigurationException>(() => AddTask("no such phase", "never"));
}
