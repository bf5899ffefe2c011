using System.Collections.Concurrent;
using System.Diagnostics;

namespace LanChat.Fuzz;

/// <summary>Prints findings and progress. Thread-safe.</summary>
internal sealed class Report
{
    // One defect is found thousands of times.
    private const int ShownOfEach = 3;
    private const int Enough = 1000;

    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private readonly ConcurrentDictionary<string, int> _found = new();

    public bool IsClean => _found.IsEmpty;

    public bool HasEnough => _found.Values.Sum() >= Enough;

    /// <summary>Reports a finding.</summary>
    /// <param name="what">What happened.</param>
    /// <param name="part">The part of the run, as in the option <c>--only</c>.</param>
    /// <param name="seed">The seed of the input, if there is one.</param>
    public void Found(string what, string part, ulong? seed = null)
    {
        if (_found.AddOrUpdate(what, 1, (_, times) => times + 1) > ShownOfEach) return;
        Say($"FOUND     {part}: {what}{(seed is { } one ? $" (--only {part} --replay 0x{one:x16})" : "")}");
    }

    public void Say(string line) => Console.WriteLine($"{_watch.Elapsed:mm\\:ss} {line}");
}
