namespace Akka.Actor;

/// <summary>An actor with one method that takes every message, most often one <c>switch</c>.</summary>
public abstract class UntypedActor : ActorBase
{
    /// <inheritdoc cref="ActorBase.Context"/>
    protected static new IUntypedActorContext Context => CurrentCell;

    protected sealed override bool Receive(object message)
    {
        OnReceive(message);
        return true;
    }

    protected abstract void OnReceive(object message);

    protected void Become(UntypedReceive receive) => CurrentCell.Become(receive);

    protected void BecomeStacked(UntypedReceive receive) => CurrentCell.BecomeStacked(receive);
}
