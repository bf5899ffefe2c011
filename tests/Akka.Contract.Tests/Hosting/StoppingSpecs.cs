using Akka.Actor;
using Akka.Contract.Tests.Actor;
using Akka.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Akka.Contract.Tests.Hosting;

public sealed class StoppingSpecs : HostSpec
{
    [Fact]
    public async Task Stopping_the_host_runs_the_coordinated_shutdown_and_terminates_the_system()
    {
        var said = new List<string>();
        var host = await Start((akka, _) => akka.WithActors((system, _) =>
        {
            var room = system.ActorOf(Doing.Echo(), "room");
            CoordinatedShutdown.Get(system).AddTask(CoordinatedShutdown.PhaseServiceStop, "say goodbye", async () =>
            {
                said.Add(await room.Ask<string>("goodbye", Patience));
                return Done.Instance;
            });
        }));
        var system = host.Services.GetRequiredService<ActorSystem>();

        await host.StopAsync().WaitAsync(Patience);

        Assert.Equal(["goodbye"], said);
        Assert.True(system.WhenTerminated.IsCompletedSuccessfully);
    }

    [Fact]
    public async Task A_system_that_terminates_stops_the_host()
    {
        var host = await Start((_, _) => { });
        var stopping = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        host.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping.Register(stopping.SetResult);

        await host.Services.GetRequiredService<ActorSystem>().Terminate().WaitAsync(Patience);

        await stopping.Task.WaitAsync(Patience);
    }

    [Fact]
    public async Task A_starter_that_throws_keeps_the_host_from_starting() =>
        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            Start((akka, _) => akka.WithActors((_, _) => throw new InvalidOperationException("no luck"))));
}
