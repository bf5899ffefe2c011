using System.Diagnostics;
using LanChat.Fuzz.Decoders;

namespace LanChat.Fuzz;

/// <summary>Millions of inputs for all decoders, on two threads.</summary>
internal sealed class DecoderRun(ulong seed, long inputs, TimeSpan most, Report report)
{
    private const int Workers = 2;
    private const int HeldTimes = 40;
    private const long HeapAtMost = 32 << 20;

    private static readonly TimeSpan Hang = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Progress = TimeSpan.FromMinutes(1);
    private readonly DateTime _end = DateTime.UtcNow + most;
    private long _next;

    /// <summary>
    /// Runs; false if time was up before all inputs were read, or an input hangs.
    /// </summary>
    public bool Run()
    {
        MeasureHeld();
        var started = DateTime.UtcNow;
        var workers = Enumerable.Range(0, Workers).Select(_ => new DecoderWorker(seed, Next, report)).ToArray();
        var threads = workers.Select(worker => new Thread(worker.Work) { IsBackground = true }).ToArray();
        foreach (var thread in threads) thread.Start();
        if (!Watch(threads, workers)) return false;

        Sum(workers, DateTime.UtcNow - started);
        return workers.Sum(worker => worker.Counts.Values.Sum(count => count.Inputs)) >= inputs;
    }

    private void MeasureHeld()
    {
        try
        {
            var more = HeldMemory.Measure(seed, HeldTimes);
            report.Say(
                $"held      in the middle of a message: its longest {more:+ 0;- 0} bytes for each of many "
                    + $"conversations, at most");
        }
        catch (Broken wrong)
        {
            report.Found(wrong.Message, FuzzOptions.Decoders);
        }
    }

    private long? Next()
    {
        if (report.HasEnough || DateTime.UtcNow > _end) return null;
        var number = Interlocked.Increment(ref _next);
        return number <= inputs ? number : null;
    }

    private bool Watch(Thread[] threads, DecoderWorker[] workers)
    {
        var said = DateTime.UtcNow;
        while (threads.Any(thread => thread.IsAlive))
        {
            threads.First(thread => thread.IsAlive).Join(TimeSpan.FromSeconds(1));
            for (var at = 0; at < threads.Length; at++)
            {
                var (input, since) = workers[at].Now;
                if (!threads[at].IsAlive || since < Hang) continue;
                report.Found("an input that never ends", FuzzOptions.Decoders, input);
                return false;
            }

            if (DateTime.UtcNow - said < Progress) continue;
            said = DateTime.UtcNow;
            report.Say($"decoders  {Math.Min(_next, inputs):N0} of {inputs:N0}");
        }

        return true;
    }

    private void Sum(DecoderWorker[] workers, TimeSpan took)
    {
        var counts = workers.SelectMany(worker => worker.Counts).GroupBy(count => count.Key, count => count.Value);
        foreach (var group in counts.OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            var (read, understood) = (group.Sum(count => count.Inputs), group.Sum(count => count.Messages));
            report.Say($"{group.Key,-9} {read,10:N0} inputs, {understood,10:N0} messages understood");
        }

        var all = workers.Sum(worker => worker.Counts.Values.Sum(count => count.Inputs));
        var heap = GC.GetTotalMemory(forceFullCollection: true);
        using var self = Process.GetCurrentProcess();
        if (heap > HeapAtMost) report.Found($"{heap >> 20} MiB are still in use", FuzzOptions.Decoders);
        report.Say($"decoders  {all:N0} inputs in {took.TotalSeconds:0} s, slowest "
            + $"{workers.Max(worker => worker.Slowest).TotalMilliseconds:0} ms, "
            + $"{heap >> 10:N0} KiB in use afterwards, at most {self.PeakWorkingSet64 >> 20} MiB resident");
    }
}
