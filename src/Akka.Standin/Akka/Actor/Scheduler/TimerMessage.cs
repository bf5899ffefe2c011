namespace Akka.Actor;

/// <summary>What a timer puts into the mailbox: the message, and whose it is.</summary>
internal sealed class TimerMessage(TimerScheduler owner, object key, object message, bool repeats)
    : IWrappedMessage, INoSerializationVerificationNeeded
{
    public TimerScheduler Owner { get; } = owner;

    public object Key { get; } = key;

    public object Message { get; } = message;

    public bool Repeats { get; } = repeats;

    public ICancelable? Task { get; set; }

    public override string ToString() => $"TimerMsg(key={Key}, message={Message})";
}
