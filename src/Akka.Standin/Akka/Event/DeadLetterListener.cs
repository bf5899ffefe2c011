using Akka.Actor;

namespace Akka.Event;

/// <summary>Owns the count of lost messages: writes the first few of them to the log, then is silent for a while.</summary>
internal sealed class DeadLetterListener : UntypedActor
{
    private readonly int _limit = Context.System.Settings.LogDeadLetters;
    private readonly TimeSpan _pause = Context.System.Settings.LogDeadLettersSuspendDuration;
    private int _count;
    private DateTime? _silentUntil;

    protected override void PreStart()
    {
        Context.System.EventStream.Subscribe<DeadLetter>(Self);
        Context.System.EventStream.Subscribe<Dropped>(Self);
        Context.System.EventStream.Subscribe<UnhandledMessage>(Self);
    }

    protected override void OnReceive(object message)
    {
        if (message is not AllDeadLetters { Message: not IDeadLetterSuppression } letter)
            return;

        _count++;
        if (_silentUntil is { } end)
            SpeakAgain(letter, end);
        else if (_limit == int.MaxValue || _count < _limit)
            Log(letter, "");
        else if (_pause == Timeout.InfiniteTimeSpan)
            FallSilent(letter);
        else
            Pause(letter);
    }

    private void SpeakAgain(AllDeadLetters letter, DateTime end)
    {
        if (DateTime.UtcNow < end)
            return;
        Log(letter, $", of which {_count - _limit - 1} were not logged. The counter will be reset now");
        (_count, _silentUntil) = (0, null);
    }

    private void Pause(AllDeadLetters letter)
    {
        Log(letter, $", no more dead letters will be logged in next [{_pause}]");
        _silentUntil = DateTime.UtcNow + _pause;
    }

    private void FallSilent(AllDeadLetters letter)
    {
        Log(letter, ", no more dead letters will be logged");
        Context.Stop(Self);
    }

    private void Log(AllDeadLetters letter, string addition)
    {
        var text = letter.Message;
        while (text is IWrappedMessage wrapped)
            text = wrapped.Message;
        var origin = IsReal(letter.Sender) ? $" from {letter.Sender}" : "";
        var fate = letter switch
        {
            UnhandledMessage => "was unhandled",
            Dropped dropped => $"was dropped: {dropped.Reason}",
            _ => "was not delivered",
        };
        Context.System.EventStream.Publish(new Info(
            letter.Recipient.Path.ToString(),
            letter.Recipient.GetType(),
            $"Message [{text.GetType().Name}]{origin} to {letter.Recipient} {fate}. [{_count}] dead letters encountered{addition}. "
            + "See 'akka.log-dead-letters' and 'akka.log-dead-letters-during-shutdown'. "
            + $"Message content: {text}"));
    }

    private static bool IsReal(IActorRef sender) => !sender.IsNobody() && sender != Context.System.DeadLetters;
}
