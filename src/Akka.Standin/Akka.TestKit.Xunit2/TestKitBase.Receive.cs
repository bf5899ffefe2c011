using Akka.TestKit.Internal;
using Xunit;

namespace Akka.TestKit;

public abstract partial class TestKitBase
{
    /// <summary>The next message, or null when none came in time.</summary>
    public object? ReceiveOne(TimeSpan? max = null, CancellationToken cancellationToken = default) => Next(max, cancellationToken)?.Message;

    public async ValueTask<object?> ReceiveOneAsync(TimeSpan? max = null, CancellationToken cancellationToken = default) =>
        (await NextAsync(max, cancellationToken))?.Message;

    public IReadOnlyCollection<object> ReceiveN(int numberOfMessages, CancellationToken cancellationToken = default) =>
        Many(numberOfMessages, RemainingOrDefault, cancellationToken);

    public IReadOnlyCollection<object> ReceiveN(int numberOfMessages, TimeSpan max, CancellationToken cancellationToken = default) =>
        Many(numberOfMessages, Dilated(max), cancellationToken);

    /// <summary>Passes over all messages until one of which this is true.</summary>
    public object FishForMessage(
        Predicate<object> isMessage, TimeSpan? max = null, string hint = "", CancellationToken cancellationToken = default) =>
        FishForMessage<object>(isMessage, max, hint, cancellationToken);

    public T FishForMessage<T>(
        Predicate<T> isMessage, TimeSpan? max = null, string hint = "", CancellationToken cancellationToken = default)
    {
        var end = Now + RemainingOrDilated(max);
        while (Next(Until(end), cancellationToken) is { } received)
        {
            if (received.Message is T message && isMessage(message))
                return message;
        }

        Assert.Fail($"None of the messages was the one fished for. {hint}");
        return default;
    }

    public ValueTask<object> FishForMessageAsync(
        Predicate<object> isMessage, TimeSpan? max = null, string hint = "", CancellationToken cancellationToken = default) =>
        FishForMessageAsync<object>(isMessage, max, hint, cancellationToken);

    public async ValueTask<T> FishForMessageAsync<T>(
        Predicate<T> isMessage, TimeSpan? max = null, string hint = "", CancellationToken cancellationToken = default)
    {
        var end = Now + RemainingOrDilated(max);
        while (await NextAsync(Until(end), cancellationToken) is { } received)
        {
            if (received.Message is T message && isMessage(message))
                return message;
        }

        Assert.Fail($"None of the messages was the one fished for. {hint}");
        return default;
    }

    /// <summary>Takes messages for as long as the filter makes something of them; the first it makes nothing of stays.</summary>
    public IReadOnlyList<T> ReceiveWhile<T>(
        TimeSpan? max, Func<object, T> filter, int msgs = int.MaxValue, CancellationToken cancellationToken = default)
    {
        var end = Now + RemainingOrDilated(max);
        var taken = new List<T>();
        while (taken.Count < msgs && Next(Until(end), cancellationToken) is { } received)
        {
            if (filter(received.Message) is not { } result)
            {
                _inbox.PutBack(received);
                break;
            }

            taken.Add(result);
        }

        _lastWasNoMsg = true;
        return taken;
    }

    private IReadOnlyCollection<object> Many(int count, TimeSpan max, CancellationToken cancellationToken)
    {
        var end = Now + max;
        var messages = new List<object>();
        while (messages.Count < count)
        {
            if (Next(Until(end), cancellationToken) is { } received)
                messages.Add(received.Message);
            else
                Assert.Fail($"{count} messages were expected within {max}, and {messages.Count} came: {string.Join(", ", messages)}");
        }

        return messages;
    }

    private ReceivedMessage? Next(TimeSpan? max, CancellationToken cancellationToken) =>
        Remember(_inbox.Take(max ?? RemainingOrDefault, cancellationToken));

    private async ValueTask<ReceivedMessage?> NextAsync(TimeSpan? max, CancellationToken cancellationToken) =>
        Remember(await _inbox.TakeAsync(max ?? RemainingOrDefault, cancellationToken));

    private ReceivedMessage? Remember(ReceivedMessage? received)
    {
        _lastWasNoMsg = false;
        return _last = received;
    }

    private static TimeSpan Until(TimeSpan end) => end - Now is var left && left > TimeSpan.Zero ? left : TimeSpan.Zero;
}
