using Akka.Actor;
using Akka.Hosting;

namespace LanChat.Server;

/// <summary>Waits for actors that Akka.Hosting starts beside who asks for them.</summary>
internal static class ActorsByType
{
    /// <summary>The actor, as soon as it is registered.</summary>
    /// <remarks>
    /// The registry looks for the actor and only then enters the waiter: an actor registered in
    /// between is never handed over. A second look, while the first waiter is entered, finds it.
    /// </remarks>
    public static async Task<IActorRef> WhenRegisteredAsync<TActor>(
        this IRequiredActor<TActor> actor, CancellationToken cancellationToken = default)
    {
        var waiting = actor.GetAsync(cancellationToken);
        return waiting.IsCompleted
            ? await waiting
            : await await Task.WhenAny(waiting, actor.GetAsync(cancellationToken));
    }
}
