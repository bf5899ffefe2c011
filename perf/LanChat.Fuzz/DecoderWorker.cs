using System.Diagnostics;
using LanChat.Fuzz.Decoders;
using LanChat.Fuzz.Inputs;

namespace LanChat.Fuzz;

/// <summary>
/// Reads one input after the other, on a thread of its own, until there are no more.
/// </summary>
/// <param name="run">The seed of the run.</param>
/// <param name="next">Gives the number of the next input; null when there is none.</param>
/// <param name="report">Is told what is found.</param>
internal sealed class DecoderWorker(ulong run, Func<long?> next, Report report)
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);

    private readonly Trial _trial = new();
    private long _seed;
    private long _since;

    /// <summary>How many inputs of each reader, and how many messages it understood.</summary>
    public Dictionary<string, (long Inputs, long Messages)> Counts { get; } = [];

    /// <summary>What took longest.</summary>
    public TimeSpan Slowest { get; private set; }

    /// <summary>The input that is read now, and for how long.</summary>
    public (ulong Seed, TimeSpan Since) Now =>
        ((ulong)Volatile.Read(ref _seed), Stopwatch.GetElapsedTime(Volatile.Read(ref _since)));

    public void Work()
    {
        while (next() is { } number) Read(Dice.SeedOf(run, number));
    }

    private void Read(ulong seed)
    {
        Volatile.Write(ref _since, Stopwatch.GetTimestamp());
        Volatile.Write(ref _seed, (long)seed);
        var target = _trial.TargetOf(seed).Name;
        var understood = 0;
        try
        {
            understood = _trial.Read(seed);
        }
        catch (Exception wrong)
        {
            report.Found(
                $"{target}: {(wrong is Broken ? "" : $"{wrong.GetType().Name}: ")}{wrong.Message}",
                FuzzOptions.Decoders,
                seed);
        }

        var took = Stopwatch.GetElapsedTime(_since);
        if (took > Longest) took = Again(target, seed);
        if (took > Slowest) Slowest = took;
        var (inputs, messages) = Counts.GetValueOrDefault(target);
        Counts[target] = (inputs + 1, messages + understood);
    }

    /// <summary>
    /// Another program may have had the processor: only what takes long every time is slow.
    /// </summary>
    private TimeSpan Again(string target, ulong seed)
    {
        var fastest = Enumerable.Range(0, 3).Min(_ =>
        {
            var watch = Stopwatch.StartNew();
            _trial.Read(seed);
            return watch.Elapsed;
        });
        if (fastest > Longest)
            report.Found($"{target}: takes {fastest.TotalSeconds:0.0} s", FuzzOptions.Decoders, seed);
        return fastest;
    }
}
