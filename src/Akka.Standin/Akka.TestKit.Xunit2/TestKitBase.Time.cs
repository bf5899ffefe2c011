using Xunit;

namespace Akka.TestKit;

public abstract partial class TestKitBase
{
    private TimeSpan? _end;
    private bool _lastWasNoMsg;

    public static TimeSpan Now => TimeSpan.FromTicks(DateTime.UtcNow.Ticks);

    /// <summary>What is left of the innermost <c>Within</c>, or else <c>akka.test.single-expect-default</c>.</summary>
    public TimeSpan RemainingOrDefault => _end is null ? Dilated(_singleExpectDefault) : Remaining;

    /// <exception cref="InvalidOperationException">Outside of any <c>Within</c>.</exception>
    public TimeSpan Remaining
    {
        get
        {
            var remaining = (_end ?? throw new InvalidOperationException("Remaining is known only inside of Within")) - Now;
            return remaining < TimeSpan.Zero ? TimeSpan.Zero : remaining;
        }
    }

    /// <summary>The duration times <c>akka.test.timefactor</c>.</summary>
    public TimeSpan Dilated(TimeSpan duration) => duration * _timeFactor;

    public TimeSpan RemainingOrDilated(TimeSpan? duration) => duration is { } value ? Dilated(value) : RemainingOrDefault;

    /// <summary>Fails when the action takes longer; expectations inside of it wait no longer than what is left.</summary>
    public void Within(TimeSpan max, Action action, TimeSpan? epsilonValue = null, CancellationToken cancellationToken = default) =>
        Within(TimeSpan.Zero, max, action, null, epsilonValue, cancellationToken);

    /// <summary>Fails when the action takes shorter or longer than that.</summary>
    public void Within(
        TimeSpan min,
        TimeSpan max,
        Action action,
        string? hint = null,
        TimeSpan? epsilonValue = null,
        CancellationToken cancellationToken = default) =>
        Within(min, max, () => { action(); return true; }, hint, epsilonValue, cancellationToken);

    public T Within<T>(TimeSpan max, Func<T> function, TimeSpan? epsilonValue = null, CancellationToken cancellationToken = default) =>
        Within(TimeSpan.Zero, max, function, null, epsilonValue, cancellationToken);

    public T Within<T>(
        TimeSpan min,
        TimeSpan max,
        Func<T> function,
        string? hint = null,
        TimeSpan? epsilonValue = null,
        CancellationToken cancellationToken = default) =>
        WithinAsync(min, max, () => Task.FromResult(function()), hint, epsilonValue, cancellationToken).GetAwaiter().GetResult();

    public Task WithinAsync(
        TimeSpan max, Func<Task> actionAsync, TimeSpan? epsilonValue = null, CancellationToken cancellationToken = default) =>
        WithinAsync(TimeSpan.Zero, max, actionAsync, null, epsilonValue, cancellationToken);

    public Task WithinAsync(
        TimeSpan min,
        TimeSpan max,
        Func<Task> actionAsync,
        string? hint = null,
        TimeSpan? epsilonValue = null,
        CancellationToken cancellationToken = default) =>
        WithinAsync(min, max, async () => { await actionAsync(); return true; }, hint, epsilonValue, cancellationToken);

    public Task<T> WithinAsync<T>(
        TimeSpan max, Func<Task<T>> function, TimeSpan? epsilonValue = null, CancellationToken cancellationToken = default) =>
        WithinAsync(TimeSpan.Zero, max, function, null, epsilonValue, cancellationToken);

    public async Task<T> WithinAsync<T>(
        TimeSpan min,
        TimeSpan max,
        Func<Task<T>> function,
        string? hint = null,
        TimeSpan? epsilonValue = null,
        CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var (start, outerEnd) = (Now, _end);
        var limit = Dilated(max) is var dilated && outerEnd is { } end && end - start < dilated ? end - start : dilated;
        if (limit < min)
            Assert.Fail($"{hint}Only {limit} is left, which is less than the required {min}");

        _end = start + limit;
        T result;
        try
        {
            result = await function();
        }
        finally
        {
            _end = outerEnd;
        }

        var (elapsed, epsilon) = (Now - start, epsilonValue ?? TimeSpan.Zero);
        if (elapsed + epsilon < min)
            Assert.Fail($"{hint}It took {elapsed}, and should have taken at least {min}");
        if (!_lastWasNoMsg && elapsed - epsilon > limit)
            Assert.Fail($"{hint}It took {elapsed}, and should have taken at most {limit}");
        return result;
    }
}
