namespace Akka.Actor;

internal sealed partial class ActorCell
{
    public void Invoke(object message, IActorRef? sender)
    {
        _message = message;
        _sender = sender;
        CurrentMessageNumber++;
        if (_receiveTimeout is not null && PutsOffTimeout(message))
            CancelReceiveTimeout();
        try
        {
            if (message is IAutoReceivedMessage)
                AutoReceive(message);
            else if (message is TimerMessage timer)
                ReceiveTimer(timer);
            else
                _actor!.Handle(_behavior, message);
            _message = null;
        }
        catch (Exception failure)
        {
            HandleInvokeFailure(failure);
        }

        if (_receiveTimeout is not null)
            RestartReceiveTimeout();
    }

    private static bool PutsOffTimeout(object message) =>
        message is not (INotInfluenceReceiveTimeout or TimerMessage { Message: INotInfluenceReceiveTimeout });

    private void AutoReceive(object message)
    {
        switch (message)
        {
            case Terminated terminated:
                ReceiveTerminated(terminated);
                break;
            case PoisonPill:
                SelfRef.Stop();
                break;
            case Kill:
                throw new ActorKilledException("Kill");
            case Identify identify:
                Sender.Tell(new ActorIdentity(identify.MessageId, Self), Self);
                break;
        }
    }

    /// <summary>A timer's message counts only if that timer still runs in this instance.</summary>
    private void ReceiveTimer(TimerMessage timer)
    {
        if (!timer.Owner.Accept(timer))
            return;

        _message = timer.Message;
        if (timer.Message is IAutoReceivedMessage)
            AutoReceive(timer.Message);
        else
            _actor!.Handle(_behavior, timer.Message);
    }
}
