using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using LanChat.Fuzz.Inputs;
using LanChat.Protocol.Dialects.Older;

namespace LanChat.Fuzz.Server;

/// <summary>
/// Many thousands of clients of one server, most of them hostile; after every batch an ordinary
/// client must be served.
/// </summary>
internal sealed class ServerRun(FuzzOptions options, Report report)
{
    private const int Batch = 2000;
    private const int AtOnce = 64;

    // In KiB. The size of a busy heap varies; 1 KiB leaked per client would exceed this in a whole
    // run.
    private const long GrowthAtMost = 64 * 1024;

    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Aftermath = TimeSpan.FromSeconds(30);
    private readonly List<TimeSpan> _answers = [];
    private readonly DateTime _end = DateTime.UtcNow + options.Most;

    /// <summary>
    /// Runs; false if time was up or enough was found before all clients had connected.
    /// </summary>
    public async Task<bool> Run()
    {
        await using var server = await ServerProcess.Start([.. Settings(), .. options.Settings]);
        await Ask(server);
        var (start, handles) = (server.Resident, server.Handles);
        var seeds = options.Replay is { } one ? [one] : Seeds(options.Seed ^ ulong.MaxValue);
        var (came, warm, began) = (0, start, DateTime.UtcNow);
        foreach (var batch in seeds.Chunk(Batch))
        {
            if (report.HasEnough || DateTime.UtcNow > _end || !server.IsAlive) break;
            await Visit(server, batch);
            await Ask(server);
            came += batch.Length;
            if (came == Batch) warm = server.Resident;
            if (came % (10 * Batch) == 0)
                report.Say($"server    {came:N0} clients, {server.Resident:N0} KiB, {server.Handles} handles");
        }

        report.Say(
            $"server    {came:N0} clients in {(DateTime.UtcNow - began).TotalSeconds:0} s, {server.Logged:N0} lines "
                + $"of log");
        if (server.IsAlive) await Compare(server, start, warm, handles);
        await Stop(server);
        return came == (options.Replay is null ? options.Connections : 1);
    }

    private IEnumerable<ulong> Seeds(ulong run) =>
        Enumerable.Range(0, options.Connections).Select(number => Dice.SeedOf(run, number));

    // Short waits for clients of older systems; announces to this machine only.
    private static IEnumerable<string> Settings() =>
    [
        .. AllDialects.List.Select(dialect => $"lanchat.server.listen.{dialect.Name}=0"),
        "lanchat.server.listen.address=127.0.0.1",
        "lanchat.server.listen.web=off",
        "lanchat.server.raw.quiet=10ms",
        "lanchat.server.raw.spacing=1ms",
        "lanchat.server.flood.rate=0",
        "lanchat.server.history.durability=memory", "lanchat.discovery.targets=[\"127.255.255.255\"]",
        $"lanchat.discovery.port={FreePort()}",
    ];

    private static int FreePort()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }

    private async Task Visit(ServerProcess server, ulong[] seeds)
    {
        var present = new ConcurrentDictionary<ulong, bool>();
        var last = new ConcurrentQueue<ulong>();
        await Parallel.ForEachAsync(seeds, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (seed, _) =>
        {
            if (!server.IsAlive) return;
            present[seed] = true;
            if (await Visitor.Visit(server, seed) is { } wrong && server.IsAlive)
                report.Found(wrong, FuzzOptions.Server, seed);
            if (!server.IsAlive) return;
            present.TryRemove(seed, out var _);
            last.Enqueue(seed);
            while (last.Count > AtOnce) last.TryDequeue(out var _);
        });

        if (server.IsAlive) return;
        foreach (var seed in present.Keys.Concat(last))
            report.Say($"          it was there, or had just been: --only server --replay 0x{seed:x16}");
    }

    /// <summary>
    /// Serves an ordinary client. A busy machine may be slow once, but not three times.
    /// </summary>
    private async Task Ask(ServerProcess server)
    {
        for (var times = 0; times < 3; times++)
        {
            if (await Witness.Enter(server, _answers.Count) is not { } took) continue;
            _answers.Add(took);
            if (took < Soon) return;
        }

        var why = server.IsAlive ? "" : ": the server is gone";
        report.Found($"an ordinary client was not answered in {Soon.TotalSeconds} s{why}", FuzzOptions.Server);
    }

    private async Task Compare(ServerProcess server, long start, long warm, int handles)
    {
        var end = DateTime.UtcNow + Aftermath;
        while (server.Handles > handles && DateTime.UtcNow < end) await Task.Delay(100);
        var (left, resident) = (server.Handles, server.Resident);
        _answers.Sort();
        report.Say($"server    resident {start:N0} KiB at first, {warm:N0} after {Batch:N0} clients, "
            + $"{server.Peak:N0} at most, "
            + $"{resident:N0} at the end; handles {handles} at first, {left} at the end");
        report.Say($"server    an ordinary client heard itself {_answers.Count} times, in "
            + $"{_answers[_answers.Count / 2].TotalMilliseconds:0} ms (median), {_answers[^1].TotalMilliseconds:0} "
                + $"ms at most");
        if (resident > warm + GrowthAtMost)
            report.Found($"{resident - warm:N0} KiB more than after the first {Batch:N0} clients", FuzzOptions.Server);
        if (await Witness.Others(server) is not [])
            report.Found("who has gone is still in the room", FuzzOptions.Server);
        if (left > handles) report.Found($"{left - handles} handles more than at first", FuzzOptions.Server);
    }

    private async Task Stop(ServerProcess server)
    {
        var code = await server.Stop();
        if (code != 0) report.Found($"it ended with {(code is null ? "nothing but force" : code)}", FuzzOptions.Server);
        foreach (var line in server.Unexpected.Take(20)) report.Found($"it wrote: {line}", FuzzOptions.Server);
        report.Say($"server    ended with {code}, {server.Unexpected.Count} unexpected lines");
    }
}
