using Akka.Actor;
using Akka.Hosting;

namespace LanChat.Server.Tests;

public sealed class ActorsByTypeSpecs
{
    private sealed class Registrant;

    /// <summary>Registers the actor between check and wait, as another thread may.</summary>
    private sealed class RegisteredBetweenCheckAndWait(ActorRegistry registry) : IRequiredActor<Registrant>
    {
        private readonly TaskCompletionSource<IActorRef> _never = new();
        private bool _hasChecked;

        public IActorRef ActorRef => registry.Get<Registrant>();

        public Task<IActorRef> GetAsync(CancellationToken cancellationToken = default)
        {
            if (_hasChecked) return registry.GetAsync<Registrant>(cancellationToken);
            _hasChecked = true;
            registry.Register<Registrant>(ActorRefs.Nobody);
            return _never.Task;
        }
    }

    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task An_actor_registered_between_check_and_wait_is_found()
    {
        var actor =
            await new RegisteredBetweenCheckAndWait(new ActorRegistry()).WhenRegisteredAsync().WaitAsync(Timeout);

        Assert.Equal(ActorRefs.Nobody, actor);
    }

    [Fact]
    public async Task An_actor_registered_later_is_awaited()
    {
        var registry = new ActorRegistry();
        var found = new RequiredActor<Registrant>(registry).WhenRegisteredAsync();
        Assert.False(found.IsCompleted);

        registry.Register<Registrant>(ActorRefs.Nobody);

        Assert.Equal(ActorRefs.Nobody, await found.WaitAsync(Timeout));
    }

    [Fact]
    public async Task A_cancelled_wait_throws()
    {
        using var enough = new CancellationTokenSource();
        var found = new RequiredActor<Registrant>(new ActorRegistry()).WhenRegisteredAsync(enough.Token);

        await enough.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => found.WaitAsync(Timeout));
    }
}
