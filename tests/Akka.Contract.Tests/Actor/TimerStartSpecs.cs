using Akka.Actor;

namespace Akka.Contract.Tests.Actor;

public sealed class TimerStartSpecs : VirtualTimeSpec
{
    private sealed class Ticking : UntypedActor, IWithTimers
    {
        private readonly IActorRef _observer;

        public Ticking(IActorRef observer)
        {
            _observer = observer;
            Timers.StartPeriodicTimer("tick", "tick", TimeSpan.FromSeconds(1));
        }

        public ITimerScheduler Timers { get; set; } = null!;

        protected override void PreStart()
        {
            Timers.StartSingleTimer("greeting", "time is up", TimeSpan.FromSeconds(3));
            _observer.Tell("started");
        }

        protected override void OnReceive(object message) => _observer.Tell(message);
    }

    [Fact]
    public void Timers_can_be_started_in_PreStart()
    {
        Sys.ActorOf(Props.Create(() => new Ticking(TestActor)));
        ExpectMsg("started");

        Advance(1);
        ExpectMsg("tick");
        Advance(1);
        ExpectMsg("tick");
        Advance(1);
        Assert.Equal(["tick", "time is up"], ReceiveN(2).Cast<string>().Order());
    }
}
