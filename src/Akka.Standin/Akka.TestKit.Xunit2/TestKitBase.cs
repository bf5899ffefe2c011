using System.Linq.Expressions;
using Akka.Actor;
using Akka.TestKit.Internal;

namespace Akka.TestKit;

/// <summary>
/// An actor that keeps what it is told, and the means to ask for it one by one. The test kit itself and every probe are one.
/// </summary>
public abstract partial class TestKitBase : IActorRefFactory
{
    private static int _testActors;

    private readonly Inbox _inbox = new();
    private readonly TimeSpan _singleExpectDefault;
    private readonly double _timeFactor;
    private ReceivedMessage? _last;

    private protected TestKitBase(ActorSystem system, string? testActorName)
    {
        Sys = system;
        var config = system.Settings.Config.GetConfig("akka.test");
        _singleExpectDefault = config.GetTimeSpan("single-expect-default", null, allowInfinite: false);
        _timeFactor = config.GetDouble("timefactor");
        TestActor = ((ExtendedActorSystem)system).SystemActorOf(
            Props.CreateRunningWhereTold(typeof(InternalTestActor), _inbox),
            testActorName ?? $"testActor{Interlocked.Increment(ref _testActors)}");
    }

    public ActorSystem Sys { get; }

    /// <summary>The sender of whatever a test tells; what it gets is what the expectations look at.</summary>
    public IActorRef TestActor { get; }

    public bool HasMessages => !_inbox.IsEmpty;

    public object? LastMessage => _last?.Message;

    /// <summary>The sender of the message that was received last.</summary>
    /// <exception cref="IllegalActorStateException">The last attempt to receive one found none.</exception>
    public IActorRef LastSender => _last?.Sender ?? throw new IllegalActorStateException("The last receive brought no message");

    /// <summary>Receives <see cref="Terminated"/> when the actor has ended; it is watched when this returns.</summary>
    public IActorRef Watch(IActorRef actorToWatch)
    {
        WatchAsync(actorToWatch).Wait(RemainingOrDefault);
        return actorToWatch;
    }

    public async Task<IActorRef> WatchAsync(IActorRef actorToWatch)
    {
        await TestActor.Ask(new TestActorCommands.Watch(actorToWatch), RemainingOrDefault);
        return actorToWatch;
    }

    public IActorRef Unwatch(IActorRef actorToUnwatch)
    {
        UnwatchAsync(actorToUnwatch).Wait(RemainingOrDefault);
        return actorToUnwatch;
    }

    public async Task<IActorRef> UnwatchAsync(IActorRef actorToUnwatch)
    {
        await TestActor.Ask(new TestActorCommands.Unwatch(actorToUnwatch), RemainingOrDefault);
        return actorToUnwatch;
    }

    /// <summary>From now on messages of which this is true are not kept.</summary>
    public void IgnoreMessages(Func<object, bool> shouldIgnoreMessage) => TestActor.Tell(new TestActorCommands.Ignore(shouldIgnoreMessage));

    public void IgnoreMessages<TMsg>(Func<TMsg, bool> shouldIgnoreMessage) =>
        IgnoreMessages(message => message is TMsg candidate && shouldIgnoreMessage(candidate));

    public void IgnoreMessages<TMsg>() => IgnoreMessages(message => message is TMsg);

    public void IgnoreNoMessages() => TestActor.Tell(new TestActorCommands.Ignore(null));

    public virtual TestProbe CreateTestProbe(string? name = null) => new(Sys, name);

    public virtual TestProbe CreateTestProbe(ActorSystem system, string? name = null) => new(system, name);

    public IActorRef ActorOf(Props props, string? name = null) => Sys.ActorOf(props, name);

    public IActorRef ActorOf<TActor>(string? name = null)
        where TActor : ActorBase, new() => Sys.ActorOf(Props.Create<TActor>(), name);

    public IActorRef ActorOf<TActor>(Expression<Func<TActor>> factory, string? name = null)
        where TActor : ActorBase => Sys.ActorOf(Props.Create(factory), name);

    /// <summary>Starts an actor below the test actor.</summary>
    public IActorRef ChildActorOf(Props props, CancellationToken cancellationToken = default) =>
        ChildActorOf(props, null!, cancellationToken);

    public IActorRef ChildActorOf(Props props, string name, CancellationToken cancellationToken = default) =>
        TestActor.Ask<IActorRef>(new TestActorCommands.Spawn(props, name), RemainingOrDefault, cancellationToken).GetAwaiter().GetResult();
}
