using System.Globalization;
using LanChat.Server.Settings;

namespace LanChat.Server.Sockets;

/// <summary>
/// Divides the process's file descriptors among connections, requests, histories and the rest.
/// </summary>
/// <param name="Limit">Maximum open descriptors of the process.</param>
/// <param name="Open">Descriptors in use.</param>
internal readonly record struct FileDescriptorBudget(int Limit, int Open)
{
    /// <summary>The lowest limit that a server starts with.</summary>
    public const int MinLimit = 200;

    /// <summary>Descriptors that must be left for connections after the start.</summary>
    public const int MinLeft = 48;

    private const string Limits = "/proc/self/limits";
    private const int Reserve = 100;
    private const int RequestsLimit = 1000;
    private const int PerRequest = 2;

    // A writer, a reader and the index, with three files each.
    private const int PerStore = 9;
    private const int MaxStores = 250;

    /// <summary>Descriptors not in use.</summary>
    public int Left => Limit == int.MaxValue ? Limit : Math.Max(0, Limit - Open);

    /// <summary>The current budget; unlimited where the system does not report it.</summary>
    public static FileDescriptorBudget Now() => File.Exists(Limits)
        ? Parse(File.ReadLines(Limits), Directory.GetFileSystemEntries("/proc/self/fd").Length)
        : new FileDescriptorBudget(int.MaxValue, 0);

    /// <summary>
    /// The current budget of the dialects: without the shares of histories and of HTTP, if it is
    /// on.
    /// </summary>
    public static FileDescriptorBudget ForDialects(ListenSettings listen)
    {
        var now = Now();
        return now with { Open = now.Open + now.ForStores() + (listen.Web is null ? 0 : now.ForRequests()) };
    }

    /// <inheritdoc cref="Now"/>
    /// <param name="limits">The lines of <c>/proc/self/limits</c>.</param>
    /// <param name="open">Descriptors in use.</param>
    public static FileDescriptorBudget Parse(IEnumerable<string> limits, int open)
    {
        var fields = limits
            .First(line => line.StartsWith("Max open files", StringComparison.Ordinal))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var isLimited = int.TryParse(fields[3], CultureInfo.InvariantCulture, out var limit);
        return new FileDescriptorBudget(isLimited ? limit : int.MaxValue, open);
    }

    /// <summary>
    /// Maximum connections: three quarters of what is left, and all but 100; half if there are few.
    /// The runtime needs two descriptors per thread and aborts the process without them; a refused
    /// connection needs one until it is closed.
    /// </summary>
    public int MaxConnections() => Math.Max(1, Left - Math.Max(Math.Min(Reserve, Left / 2), Left / 4));

    /// <summary>
    /// The first descriptor number reserved: half of what <see cref="MaxConnections"/> leaves.
    /// </summary>
    public int FirstReserved() => Limit - ((Left - MaxConnections()) / 2);

    /// <summary>
    /// The backlog of a port. Accepting cannot be paused: a whole backlog may be accepted before
    /// the first of its connections is closed, and must not use the reserve.
    /// </summary>
    /// <param name="wanted">The maximum.</param>
    /// <param name="ports">Number of listeners.</param>
    public int Backlog(int wanted, int ports) => Math.Clamp((Left - MaxConnections()) / 2 / ports, 1, wanted);

    /// <summary>
    /// Maximum concurrent HTTP requests: an eighth of what is left. Each may need a second
    /// descriptor for its file.
    /// </summary>
    public int MaxRequests() => Math.Clamp(Left / 8, 1, RequestsLimit);

    /// <summary>
    /// Maximum histories of rooms that have files open: a twelfth of what is left.
    /// </summary>
    public int MaxOpenStores() => Math.Clamp(Left / 12 / PerStore, 1, MaxStores);

    private int ForRequests() => MaxRequests() * PerRequest;

    private int ForStores() => MaxOpenStores() * PerStore;
}
