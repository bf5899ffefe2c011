namespace LanChat.Soak;

/// <summary>A straight line through one sample per second, by least squares.</summary>
internal sealed record Trend(double Start, double Slope, int Count)
{
    /// <summary>
    /// The rise of the line from the first to the last sample, relative to its start.
    /// </summary>
    public double Rise => Count < 2 || Start == 0 ? 0 : Slope * (Count - 1) / Start;

    public static Trend Through(IReadOnlyList<double> samples)
    {
        if (samples.Count < 2) return new Trend(samples.FirstOrDefault(), 0, samples.Count);
        var (middle, mean) = ((samples.Count - 1) / 2.0, samples.Average());
        var slope = samples.Select((sample, at) => (at - middle) * (sample - mean)).Sum() / samples.Select(
            (_, at) => (at - middle) * (at - middle)).Sum();
        return new Trend(mean - (slope * middle), slope, samples.Count);
    }
}
