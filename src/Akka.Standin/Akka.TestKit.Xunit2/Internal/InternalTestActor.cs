using Akka.Actor;

namespace Akka.TestKit.Internal;

/// <summary>Keeps what it gets for its test. Runs in the thread of whoever tells it something.</summary>
internal sealed class InternalTestActor(Inbox inbox) : UntypedActor
{
    private Func<object, bool>? _shouldIgnore;

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case TestActorCommands.Watch watch:
                Context.Watch(watch.Subject);
                Sender.Tell(TestActorCommands.Carried.Out);
                break;
            case TestActorCommands.Unwatch unwatch:
                Context.Unwatch(unwatch.Subject);
                Sender.Tell(TestActorCommands.Carried.Out);
                break;
            case TestActorCommands.Ignore ignore:
                _shouldIgnore = ignore.ShouldIgnore;
                break;
            case TestActorCommands.Spawn spawn:
                Sender.Tell(Context.ActorOf(spawn.Props, spawn.Name));
                break;
            default:
                if (_shouldIgnore?.Invoke(message) != true)
                    inbox.Add(new ReceivedMessage(message, Sender));
                break;
        }
    }
}
