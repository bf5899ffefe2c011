using Akka.Actor;

namespace Akka.Contract.Tests.Actor;

/// <summary>An actor whose timers a test starts and cancels, in virtual time.</summary>
public abstract class TimerSpec : VirtualTimeSpec
{
    protected const string Key = "key";

    /// <summary>Starts and cancels timers as it is told; what they send it tells on.</summary>
    private sealed class Timing(IActorRef observer) : UntypedActor, IWithTimers
    {
        public ITimerScheduler Timers { get; set; } = null!;

        protected override void OnReceive(object message)
        {
            switch (message)
            {
                case Action<ITimerScheduler> act:
                    act(Timers);
                    Sender.Tell("done");
                    break;
                case "fail":
                    throw new InvalidOperationException();
                default:
                    observer.Tell(message);
                    break;
            }
        }
    }

    protected TimerSpec() => Timed = Sys.ActorOf(Props.Create(() => new Timing(TestActor)));

    protected IActorRef Timed { get; }

    protected void Do(Action<ITimerScheduler> action)
    {
        Timed.Tell(action);
        ExpectMsg("done");
    }

    /// <summary>Whatever a timer had sent would have arrived before the answer.</summary>
    protected void ExpectSilence() => Do(_ => { });
}
