using System.Globalization;
using LanChat.Server.Settings;

namespace LanChat.Server.Sockets;

/// <summary>How many descriptors this process may have, and has.</summary>
/// <param name="Limit">How many it may have open at once.</param>
/// <param name="Open">How many it has.</param>
internal readonly record struct Descriptors(int Limit, int Open)
{
    /// <summary>With fewer in all a server can't start.</summary>
    public const int Least = 200;

    /// <summary>With fewer left once it has started, it has hardly any for the people who come.</summary>
    public const int LeastLeft = 48;

    private const string Limits = "/proc/self/limits";
    private const int Reserve = 100;
    private const int MostRequests = 1000;
    private const int PerRequest = 2;

    /// <summary>How many may still be opened.</summary>
    public int Left => Limit == int.MaxValue ? Limit : Math.Max(0, Limit - Open);

    /// <summary>What the system says now; where it doesn't say, there is no end of them.</summary>
    public static Descriptors Now() => File.Exists(Limits)
        ? Of(File.ReadLines(Limits), Directory.GetFileSystemEntries("/proc/self/fd").Length)
        : new Descriptors(int.MaxValue, 0);

    /// <summary>What is left now for the dialects' connections: with a page, those for HTTP are set aside.</summary>
    public static Descriptors LeftFor(ListenSettings listen) => listen.Web is null ? Now() : Now().BesideRequests();

    /// <inheritdoc cref="Now"/>
    /// <param name="limits">What the system tells of the process's limits.</param>
    /// <param name="open">How many descriptors are open.</param>
    public static Descriptors Of(IEnumerable<string> limits, int open)
    {
        var fields = limits.First(line => line.StartsWith("Max open files", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return new Descriptors(int.TryParse(fields[3], CultureInfo.InvariantCulture, out var most) ? most : int.MaxValue, open);
    }

    /// <summary>
    /// For how many connections there are enough: three quarters, and all but a hundred; of few, half. The runtime needs two for every thread it starts,
    /// and ends the process when it can't have them; and whoever is turned away is connected until then.
    /// </summary>
    public int EnoughFor() => Math.Max(1, Left - Math.Max(Math.Min(Reserve, Left / 2), Left / 4));

    /// <summary>The number from which on descriptors are not for connections: half of what <see cref="EnoughFor"/> leaves.</summary>
    public int FirstReserved() => Limit - ((Left - EnoughFor()) / 2);

    /// <summary>
    /// How many connections may wait to be accepted at a port: accepting can't be stopped, so all that wait may be accepted before the first of
    /// them is cut off, and must not take of the reserve.
    /// </summary>
    /// <param name="wanted">No more than that.</param>
    /// <param name="ports">How many ports are listened on.</param>
    public int Backlog(int wanted, int ports) => Math.Clamp((Left - EnoughFor()) / 2 / ports, 1, wanted);

    /// <summary>How many requests by HTTP may be under way: an eighth. Each needs a second one for its file, so a quarter is for them.</summary>
    public int ForRequests() => Math.Clamp(Left / 8, 1, MostRequests);

    /// <summary>What is left beside those requests.</summary>
    public Descriptors BesideRequests() => this with { Open = Open + (ForRequests() * PerRequest) };
}
