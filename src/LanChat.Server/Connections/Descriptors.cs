using System.Globalization;

namespace LanChat.Server.Connections;

/// <summary>How many descriptors the system has left for this process.</summary>
/// <param name="Left">How many it may still open.</param>
internal readonly record struct Descriptors(int Left)
{
    private const string Limits = "/proc/self/limits";
    private const int MostAtOnce = 256;
    private const int Reserve = 100;
    private const int MostRequests = 1000;
    private const int PerRequest = 2;

    /// <summary>What the system says now; where it doesn't say, there is no end of them.</summary>
    public static Descriptors Now() => File.Exists(Limits)
        ? Of(File.ReadLines(Limits), Directory.GetFileSystemEntries("/proc/self/fd").Length)
        : new Descriptors(int.MaxValue);

    /// <inheritdoc cref="Now"/>
    /// <param name="limits">What the system tells of the process's limits.</param>
    /// <param name="open">How many descriptors are open.</param>
    public static Descriptors Of(IEnumerable<string> limits, int open)
    {
        var fields = limits.First(line => line.StartsWith("Max open files", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return new Descriptors(int.TryParse(fields[3], CultureInfo.InvariantCulture, out var most) ? Math.Max(0, most - open) : int.MaxValue);
    }

    /// <summary>
    /// For how many connections there are enough: three quarters, and all but a hundred; of few, half. The runtime needs two for every thread it starts,
    /// and ends the process when it can't have them; and whoever is turned away is connected until then.
    /// </summary>
    public int EnoughFor() => Math.Max(1, Left - Math.Max(Math.Min(Reserve, Left / 2), Left / 4));

    /// <summary>How many requests by HTTP may be under way: an eighth. Each needs a second one for its file, so a quarter is for them.</summary>
    public int ForRequests() => Math.Clamp(Left / 8, 1, MostRequests);

    /// <summary>What is left beside those requests.</summary>
    public Descriptors BesideRequests() => new(Left - (ForRequests() * PerRequest));

    /// <summary>How many connections a listener may accept before others get their turn, so that the last quarter is never used up by those who are turned away.</summary>
    /// <param name="listeners">How many accept.</param>
    public int AtOnce(int listeners) => Math.Clamp(Left / 32 / listeners, 1, MostAtOnce);
}
