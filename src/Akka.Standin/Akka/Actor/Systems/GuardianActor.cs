namespace Akka.Actor;

/// <summary>Owns the first level of a tree. It only supervises: whatever it is told is nobody's.</summary>
internal sealed class GuardianActor : ActorBase
{
    protected override bool Receive(object message)
    {
        ((ActorSystemImpl)Context.System).Undelivered(message, Sender, Self);
        return true;
    }

    protected override void PreRestart(Exception reason, object message)
    {
        // The actors below are not to pay for a failure of their guardian.
    }
}
