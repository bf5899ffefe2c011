namespace LanChat.EndToEnd.Tests.Programs;

/// <summary>Waits for conditions that no event announces.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(10);

    /// <summary>
    /// Checks repeatedly until the condition holds; fails with the reason after the timeout.
    /// </summary>
    public static Task Holds(Func<bool> condition, Func<string> reason) =>
        Holds(() => Task.FromResult(condition()), reason);

    /// <inheritdoc cref="Holds(Func{bool}, Func{string})"/>
    public static async Task Holds(Func<Task<bool>> condition, Func<string> reason)
    {
        using var timeout = new CancellationTokenSource(RunningProgram.Timeout);
        while (!await condition())
        {
            Assert.False(timeout.IsCancellationRequested, reason());
            await Task.Delay(Interval);
        }
    }
}
