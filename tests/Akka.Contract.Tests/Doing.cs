using Akka.Actor;

namespace Akka.Contract.Tests;

/// <summary>
/// An actor that does what a test says, for tests whose subject is not the actor itself.
/// </summary>
internal sealed class Doing(Action<object, IActorContext> receive, Action<IActorContext>? start = null) : UntypedActor
{
    public static Props Props(Action<object, IActorContext> receive) =>
        Akka.Actor.Props.Create(() => new Doing(receive, null));

    public static Props Props(Action<object, IActorContext> receive, Action<IActorContext> start) =>
        Akka.Actor.Props.Create(() => new Doing(receive, start));

    /// <summary>Sends back whatever it gets.</summary>
    public static Props Echo() => Props((message, context) => context.Sender.Tell(message));

    protected override void PreStart() => start?.Invoke(Context);

    protected override void OnReceive(object message) => receive(message, Context);
}
