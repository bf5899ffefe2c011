using System.Globalization;

namespace LanChat.Server.Connections;

/// <summary>How many descriptors the system lets this process have.</summary>
internal static class Descriptors
{
    private const string Limits = "/proc/self/limits";

    /// <summary>
    /// For how many connections there are enough: three quarters of those that are left. The runtime opens files whenever it needs them, and
    /// ends the process when it can't; and whoever is turned away is connected until then.
    /// </summary>
    public static int EnoughFor() => File.Exists(Limits)
        ? EnoughFor(File.ReadLines(Limits), Directory.GetFileSystemEntries("/proc/self/fd").Length)
        : int.MaxValue;

    /// <inheritdoc cref="EnoughFor()"/>
    /// <param name="limits">What the system tells of the process's limits.</param>
    /// <param name="open">How many descriptors are open.</param>
    public static int EnoughFor(IEnumerable<string> limits, int open)
    {
        var fields = limits.First(line => line.StartsWith("Max open files", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return int.TryParse(fields[3], CultureInfo.InvariantCulture, out var most) ? Math.Max(1, (most - open) / 4 * 3) : int.MaxValue;
    }
}
