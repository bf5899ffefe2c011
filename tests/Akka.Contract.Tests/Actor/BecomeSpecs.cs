using Akka.Actor;

namespace Akka.Contract.Tests.Actor;

public sealed class BecomeSpecs : Spec
{
    private sealed class Moody : UntypedActor
    {
        protected override void OnReceive(object message)
        {
            switch (message)
            {
                case "annoy":
                    Become(Angry);
                    break;
                case "distract":
                    BecomeStacked(Distracted);
                    break;
                default:
                    Sender.Tell("content");
                    break;
            }
        }

        private void Angry(object message)
        {
            switch (message)
            {
                case "fail":
                    throw new InvalidOperationException();
                case "distract":
                    BecomeStacked(Distracted);
                    break;
                default:
                    Sender.Tell("angry");
                    break;
            }
        }

        private void Distracted(object message)
        {
            if (message is "remind")
                UnbecomeStacked();
            else
                Sender.Tell("distracted");
        }
    }

    private readonly IActorRef _moody;

    public BecomeSpecs() => _moody = Sys.ActorOf(Props.Create(() => new Moody()));

    private void ExpectMood(string mood)
    {
        _moody.Tell("how are you?");
        ExpectMsg(mood);
    }

    [Fact]
    public void Become_takes_effect_with_the_next_message()
    {
        ExpectMood("content");

        _moody.Tell("annoy");

        ExpectMood("angry");
    }

    [Fact]
    public void A_stacked_behaviour_is_taken_off_again()
    {
        _moody.Tell("annoy");
        _moody.Tell("distract");
        ExpectMood("distracted");

        _moody.Tell("remind");

        ExpectMood("angry");
    }

    [Fact]
    public void A_restart_goes_back_to_the_first_behaviour()
    {
        _moody.Tell("annoy");

        _moody.Tell("fail");

        ExpectMood("content");
    }
}
