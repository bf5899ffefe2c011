namespace LanChat.Server.Listening;

/// <summary>
/// Decides when to return memory to the system: after many connections came or went, and then a
/// quiet period, so that few clients notice the pause (about 15 ms per thousand open connections).
/// An idle server allocates too little for the garbage collector to run by itself.
/// </summary>
/// <param name="collect">Collects garbage and returns memory.</param>
internal sealed class MemoryTrimmer(Action collect)
{
    /// <summary>Number of connects and disconnects worth a collection.</summary>
    public const int Threshold = 1000;

    /// <summary>Time without connects and disconnects before a collection.</summary>
    public static readonly TimeSpan QuietPeriod = TimeSpan.FromSeconds(3);

    private int _changes;

    /// <summary>
    /// Records a connect or disconnect. If it returns true, call <see cref="Trim"/> after
    /// <see cref="QuietPeriod"/>; each further record restarts that period.
    /// </summary>
    public bool Record() => ++_changes >= Threshold;

    public void Trim()
    {
        _changes = 0;
        collect();
    }

    /// <summary>Runs a blocking, compacting collection of all generations.</summary>
    public static void Collect() =>
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
}
