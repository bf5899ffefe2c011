using Akka.Actor;

namespace Akka.TestKit;

/// <summary>A test actor of its own, to stand for one that the tested actor talks to.</summary>
public class TestProbe : TestKitBase
{
    internal TestProbe(ActorSystem system, string? testProbeName)
        : base(system, testProbeName)
    {
    }

    public IActorRef Ref => TestActor;

    /// <summary>The sender of the message that was received last.</summary>
    public IActorRef Sender => LastSender;

    /// <summary>Tells the message as if the probe did.</summary>
    public void Send(IActorRef actor, object message) => actor.Tell(message, TestActor);

    /// <summary>Tells the sender of the message that was received last.</summary>
    public void Reply(object message) => Sender.Tell(message, TestActor);

    /// <summary>Passes the message that was received last on, as from its sender.</summary>
    public void Forward(IActorRef actor) => actor.Tell(LastMessage!, Sender);

    public void Forward(IActorRef actor, object message) => actor.Tell(message, Sender);

    public override string ToString() => $"TestProbe({TestActor})";
}
