using Akka.Actor;
using Akka.Hosting;

namespace LanChat.Server.Tests;

public sealed class ActorsByTypeSpecs
{
    private sealed class Registrant;

    /// <summary>
    /// Registers the actor when it was looked for and the waiter is not yet entered, as another
    /// thread may.
    /// </summary>
    private sealed class BetweenLookAndWait(ActorRegistry registry) : IRequiredActor<Registrant>
    {
        private readonly TaskCompletionSource<IActorRef> _never = new();
        private bool _hasLooked;

        public IActorRef ActorRef => registry.Get<Registrant>();

        public Task<IActorRef> GetAsync(CancellationToken cancellationToken = default)
        {
            if (_hasLooked) return registry.GetAsync<Registrant>(cancellationToken);
            _hasLooked = true;
            registry.Register<Registrant>(ActorRefs.Nobody);
            return _never.Task;
        }
    }

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task An_actor_that_is_registered_between_the_look_and_the_wait_is_found()
    {
        var actor = await new BetweenLookAndWait(new ActorRegistry()).WhenRegisteredAsync().WaitAsync(Patience);

        Assert.Equal(ActorRefs.Nobody, actor);
    }

    [Fact]
    public async Task An_actor_that_is_registered_later_is_waited_for()
    {
        var registry = new ActorRegistry();
        var found = new RequiredActor<Registrant>(registry).WhenRegisteredAsync();
        Assert.False(found.IsCompleted);

        registry.Register<Registrant>(ActorRefs.Nobody);

        Assert.Equal(ActorRefs.Nobody, await found.WaitAsync(Patience));
    }

    [Fact]
    public async Task Who_does_not_wait_any_longer_is_told_so()
    {
        using var enough = new CancellationTokenSource();
        var found = new RequiredActor<Registrant>(new ActorRegistry()).WhenRegisteredAsync(enough.Token);

        await enough.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => found.WaitAsync(Patience));
    }
}
