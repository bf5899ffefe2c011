namespace LanChat.EndToEnd.Tests.Programs;

/// <summary>Waits for what nobody tells of.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(10);

    /// <summary>
    /// Looks again and again until it holds; fails with the reason when that takes too long.
    /// </summary>
    public static Task Holds(Func<bool> condition, Func<string> reason) =>
        Holds(() => Task.FromResult(condition()), reason);

    /// <summary>
    /// Looks again and again until it holds; fails with the reason when that takes too long.
    /// </summary>
    public static async Task Holds(Func<Task<bool>> condition, Func<string> reason)
    {
        using var patience = new CancellationTokenSource(RunningProgram.Patience);
        while (!await condition())
        {
            Assert.False(patience.IsCancellationRequested, reason());
            await Task.Delay(Interval);
        }
    }
}
