using Akka.Actor;
using Akka.TestKit.Internal;
using Xunit;

namespace Akka.TestKit;

public abstract partial class TestKitBase
{
    public T ExpectMsg<T>(TimeSpan? duration = null, string? hint = null, CancellationToken cancellationToken = default) =>
        Expect<T>(duration, hint, null, cancellationToken);

    public T ExpectMsg<T>(T message, TimeSpan? timeout = null, string? hint = null, CancellationToken cancellationToken = default) =>
        Expect<T>(timeout, hint, (actual, _) => Assert.Equal(message, actual), cancellationToken);

    public T ExpectMsg<T>(
        Predicate<T> isMessage, TimeSpan? timeout = null, string? hint = null, CancellationToken cancellationToken = default) =>
        Expect<T>(timeout, hint, (actual, _) => Assert.True(isMessage(actual), Refused(actual, hint)), cancellationToken);

    public T ExpectMsg<T>(Action<T> assert, TimeSpan? timeout = null, string? hint = null, CancellationToken cancellationToken = default) =>
        Expect<T>(timeout, hint, (actual, _) => assert(actual), cancellationToken);

    public T ExpectMsg<T>(
        Func<T, IActorRef, bool> isMessageAndSender,
        TimeSpan? timeout = null,
        string? hint = null,
        CancellationToken cancellationToken = default) =>
        Expect<T>(
            timeout, hint, (actual, sender) => Assert.True(isMessageAndSender(actual, sender), Refused(actual, hint)), cancellationToken);

    public T ExpectMsg<T>(
        Action<T, IActorRef> assertMessageAndSender,
        TimeSpan? timeout = null,
        string? hint = null,
        CancellationToken cancellationToken = default) =>
        Expect(timeout, hint, assertMessageAndSender, cancellationToken);

    public T ExpectMsgFrom<T>(
        IActorRef sender, TimeSpan? duration = null, string? hint = null, CancellationToken cancellationToken = default) =>
        Expect<T>(duration, hint, (_, actual) => Assert.Equal(sender, actual), cancellationToken);

    public T ExpectMsgFrom<T>(
        IActorRef sender, T message, TimeSpan? timeout = null, string? hint = null, CancellationToken cancellationToken = default) =>
        Expect<T>(timeout, hint, (actual, from) => Assert.Equal((message, sender), (actual, from)), cancellationToken);

    public Terminated ExpectTerminated(
        IActorRef target, TimeSpan? timeout = null, string? hint = null, CancellationToken cancellationToken = default) =>
        Expect<Terminated>(timeout, hint, (terminated, _) => Assert.Equal(target, terminated.ActorRef), cancellationToken);

    public void ExpectNoMsg(CancellationToken cancellationToken = default) => ExpectNoMsg(RemainingOrDefault, cancellationToken);

    public void ExpectNoMsg(int milliseconds, CancellationToken cancellationToken = default) =>
        ExpectNoMsg(TimeSpan.FromMilliseconds(milliseconds), cancellationToken);

    public void ExpectNoMsg(TimeSpan duration, CancellationToken cancellationToken = default) =>
        ExpectNone(Next(Dilated(duration), cancellationToken), duration);

    public T ExpectMsgAnyOf<T>(IEnumerable<T> messages, CancellationToken cancellationToken = default) =>
        Expect<T>(null, null, (actual, _) => Assert.Contains(actual, messages), cancellationToken);

    public IReadOnlyCollection<T> ExpectMsgAllOf<T>(params T[] messages) => All(RemainingOrDefault, messages, default);

    public IReadOnlyCollection<T> ExpectMsgAllOf<T>(IReadOnlyCollection<T> messages, CancellationToken cancellationToken = default) =>
        All(RemainingOrDefault, messages, cancellationToken);

    public IReadOnlyCollection<T> ExpectMsgAllOf<T>(TimeSpan max, params T[] messages) => All(Dilated(max), messages, default);

    public IReadOnlyCollection<T> ExpectMsgAllOf<T>(
        TimeSpan max, IReadOnlyCollection<T> messages, CancellationToken cancellationToken = default) =>
        All(Dilated(max), messages, cancellationToken);

    private IReadOnlyCollection<T> All<T>(TimeSpan max, IReadOnlyCollection<T> messages, CancellationToken cancellationToken)
    {
        var received = Many(messages.Count, max, cancellationToken);
        foreach (var message in messages)
            Assert.Contains(message, received.OfType<T>());
        foreach (var message in received)
            Assert.Contains(Assert.IsAssignableFrom<T>(message), messages);
        return [.. received.Cast<T>()];
    }

    private T Expect<T>(TimeSpan? timeout, string? hint, Action<T, IActorRef>? check, CancellationToken cancellationToken)
    {
        var patience = RemainingOrDilated(timeout);
        return Checked(Next(patience, cancellationToken), patience, hint, check);
    }

    private static T Checked<T>(ReceivedMessage? received, TimeSpan patience, string? hint, Action<T, IActorRef>? check)
    {
        if (received is null)
            Assert.Fail($"A {typeof(T)} was expected, and none came within {patience}. {hint}");
        if (received.Message is not T message)
        {
            var came = $"{{{received.Message}}}, a {received.Message.GetType()}, from {received.Sender}";
            Assert.Fail($"A {typeof(T)} was expected, and there came {came}. {hint}");
            return default;
        }

        check?.Invoke(message, received.Sender);
        return message;
    }

    private void ExpectNone(ReceivedMessage? received, TimeSpan duration)
    {
        if (received is not null)
            Assert.Fail($"No message was expected for {duration}, and {{{received.Message}}} came from {received.Sender}.");
        _lastWasNoMsg = true;
    }

    private static string Refused<T>(T message, string? hint) => $"{{{message}}} is not the message that was expected. {hint}";
}
