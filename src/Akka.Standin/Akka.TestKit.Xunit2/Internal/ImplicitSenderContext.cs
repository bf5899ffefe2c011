using Akka.Actor;

namespace Akka.TestKit.Internal;

/// <summary>Keeps the test actor the sender of what a test tells, also after an await has brought the test to another thread.</summary>
internal sealed class ImplicitSenderContext(ActorCell testActor) : SynchronizationContext
{
    private readonly SynchronizationContext? _outer = Current;

    public override void Post(SendOrPostCallback d, object? state) => ThreadPool.QueueUserWorkItem(_ => Run(d, state));

    public override void Send(SendOrPostCallback d, object? state) => Run(d, state);

    public void Enter()
    {
        ActorCell.Current = testActor;
        SetSynchronizationContext(this);
    }

    public void Leave()
    {
        if (ActorCell.Current == testActor)
            ActorCell.Current = null;
        if (Current == this)
            SetSynchronizationContext(_outer);
    }

    private void Run(SendOrPostCallback d, object? state)
    {
        var (outerActor, outerContext) = (ActorCell.Current, Current);
        Enter();
        try
        {
            d(state);
        }
        finally
        {
            ActorCell.Current = outerActor;
            SetSynchronizationContext(outerContext);
        }
    }
}
