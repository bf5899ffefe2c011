using System.Diagnostics;

namespace LanChat.Soak;

/// <summary>
/// One run: the clients join, talk, change and leave, and then the server's resources are checked.
/// </summary>
internal sealed class Run(SoakOptions options, ServerUnderTest server, Crowd crowd)
{
    // In seconds. In this time the runtime compiles hot code and adapts its garbage collector.
    private const int WarmUp = 120;

    private readonly List<double> _resident = [];
    private readonly Stopwatch _watch = new();
    private string[] _descriptorsBefore = [];
    private string[] _descriptorsAfter = [];

    public async Task<bool> Go()
    {
        await Begin();
        _watch.Start();
        var (changing, seconds) = (Task.CompletedTask, 0);
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        while (_watch.Elapsed < options.Duration && !server.HasExited && await tick.WaitForNextTickAsync())
        {
            while (crowd.Said < _watch.Elapsed.TotalSeconds * options.LinesPerSecond) await crowd.Speak();
            if (_watch.Elapsed.TotalSeconds < seconds + 1) continue;
            seconds++;
            await changing;
            _resident.Add(server.Resident);
            if (seconds % 10 == 0) Tell(seconds);
            changing = crowd.Change(options.ComingPerSecond);
        }

        await changing;
        _watch.Stop();
        await crowd.End();
        await End();
        return Judge();
    }

    private async Task Begin()
    {
        // A first crowd makes the server open what it opens only once.
        await Come();
        await crowd.Change(options.ComingPerSecond);
        await crowd.End();
        await Task.Delay(1000);
        _descriptorsBefore = server.Descriptors;
        await Come();
    }

    private Task Come() => crowd.Come(options.Clients / 2, options.Clients - (options.Clients / 2));

    private async Task End()
    {
        for (var wait = 0; wait < 100 && server.Descriptors.Length > _descriptorsBefore.Length; wait++)
            await Task.Delay(100);
        _descriptorsAfter = server.Descriptors;
    }

    private void Tell(int seconds)
    {
        crowd.Check();
        Console.WriteLine(FormattableString.Invariant(
            $"t={seconds}s present={crowd.Present} said={crowd.Said} deliveries={crowd.Deliveries} per_s={crowd.Deliveries / _watch.Elapsed.TotalSeconds:0} left_and_came={crowd.Left} rss_mib={server.Resident / 1024.0:0.0} fds={server.Descriptors.Length} flaws={crowd.Flaws.Count}"));
    }

    private bool Judge()
    {
        var isLong = _resident.Count >= 2 * WarmUp;
        var trend = Trend.Through(_resident[(isLong ? WarmUp : 0)..]);
        Console.WriteLine(FormattableString.Invariant(
            $"said={crowd.Said} deliveries={crowd.Deliveries} per_s={crowd.Deliveries / _watch.Elapsed.TotalSeconds:0} left_and_came={crowd.Left} flaws={crowd.Flaws.Count}"));
        Console.WriteLine(isLong
            ? FormattableString.Invariant(
                $"resident: {trend.Start / 1024:0.0} MiB after {WarmUp} s, slope {trend.Slope * 60:0.00} KiB/min, rises {trend.Rise:P2} over {trend.Count} s")
            : $"resident: not judged, {2 * WarmUp} s at least are needed for that");
        Console.WriteLine($"descriptors: {_descriptorsBefore.Length} before, {_descriptorsAfter.Length} after");
        Console.WriteLine($"dead letters to connections that were gone: {string.Join(", ", server.Log.Explained.Select(kind => $"{kind.Value} {kind.Key}"))}");
        Console.WriteLine($"log: {server.Log.Unexpected.Count} lines that were not expected");
        foreach (var line in _descriptorsAfter.Except(_descriptorsBefore).Concat(crowd.Flaws).Concat(
            server.Log.Unexpected.Take(20))) Console.WriteLine($"  {line}");

        var passed = crowd.Flaws.Count == 0 && (!isLong || trend.Rise < 0.01)
            && _descriptorsAfter.Length <= _descriptorsBefore.Length && server.Log.Unexpected.IsEmpty
            && _watch.Elapsed >= options.Duration;
        Console.WriteLine(passed ? "PASSED" : "FAILED");
        return passed;
    }
}
