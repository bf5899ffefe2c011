using System.Diagnostics.Metrics;

namespace LanChat.Server.Metrics;

/// <summary>One instrument's measurements with the same tags, added up.</summary>
/// <param name="bounds">The upper bounds of a histogram's buckets; none for anything else.</param>
internal sealed class Series(IReadOnlyList<double> bounds)
{
    private readonly Lock _lock = new();
    private readonly long[] _buckets = new long[bounds.Count + 1];
    private double _sum;

    public void Add(double value)
    {
        lock (_lock)
        {
            _sum += value;
            var bucket = 0;
            while (bucket < bounds.Count && value > bounds[bucket]) bucket++;
            _buckets[bucket]++;
        }
    }

    /// <summary>What an instrument is that tells where it stands, not what was added.</summary>
    public void Set(double value)
    {
        lock (_lock) _sum = value;
    }

    /// <summary>The sum, and how many measurements were not above each bound; the last number counts all.</summary>
    public (double Sum, long[] UpTo) Read()
    {
        lock (_lock)
        {
            long total = 0;
            return (_sum, [.. _buckets.Select(count => total += count)]);
        }
    }

    public static bool IsHistogram(Instrument instrument) => instrument is Histogram<int> or Histogram<double>;

    public static IReadOnlyList<double> BoundsOf(Instrument instrument) => instrument switch
    {
        Histogram<int> { Advice.HistogramBucketBoundaries: { } bounds } => [.. bounds.Select(bound => (double)bound)],
        Histogram<double> { Advice.HistogramBucketBoundaries: { } bounds } => bounds,
        _ => [],
    };
}
