using Akka.Actor;

namespace Akka.Contract.Tests;

/// <summary>
/// An actor with behaviour given by a test, for tests whose subject is not the actor itself.
/// </summary>
internal sealed class ScriptedActor(Action<object, IActorContext> receive, Action<IActorContext>? start = null)
    : UntypedActor
{
    public static Props Props(Action<object, IActorContext> receive) =>
        Akka.Actor.Props.Create(() => new ScriptedActor(receive, null));

    public static Props Props(Action<object, IActorContext> receive, Action<IActorContext> start) =>
        Akka.Actor.Props.Create(() => new ScriptedActor(receive, start));

    /// <summary>Replies with whatever it receives.</summary>
    public static Props Echo() => Props((message, context) => context.Sender.Tell(message));

    protected override void PreStart() => start?.Invoke(Context);

    protected override void OnReceive(object message) => receive(message, Context);
}
