using System.Diagnostics;
using LanChat.Fuzz.Decoders;
using LanChat.Fuzz.Inputs;

namespace LanChat.Fuzz;

/// <summary>Reads one input after the other on a thread of its own.</summary>
/// <param name="run">The seed of the run.</param>
/// <param name="next">Returns the number of the next input; null when there is none.</param>
/// <param name="report">Receives the findings.</param>
internal sealed class DecoderWorker(ulong run, Func<long?> next, Report report)
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);

    private readonly Trial _trial = new();
    private long _seed;
    private long _since;

    /// <summary>The numbers of inputs and of decoded messages by decoder.</summary>
    public Dictionary<string, (long Inputs, long Messages)> Counts { get; } = [];

    /// <summary>The longest time of one input.</summary>
    public TimeSpan Slowest { get; private set; }

    /// <summary>The seed of the current input, and for how long it has been read.</summary>
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
    /// Measures a slow input again: another program may have had the processor, so only an input
    /// that is slow every time is reported.
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
