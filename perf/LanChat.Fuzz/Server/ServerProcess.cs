using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.RegularExpressions;

namespace LanChat.Fuzz.Server;

/// <summary>
/// A server process built beside this program, with every dialect on a port chosen by the system.
/// </summary>
internal sealed partial class ServerProcess : IAsyncDisposable
{
    private const int Terminate = 15;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly Process _process;
    private readonly ConcurrentQueue<string> _unexpected = new();
    private readonly Task _readingLog;
    private Dictionary<string, int> _ports = [];
    private long _logged;

    private ServerProcess(Process process)
    {
        _process = process;
        _readingLog = Task.Run(ReadLog);
    }

    public bool IsAlive => !_process.HasExited;

    /// <summary>The number of log lines of level info.</summary>
    public long Logged => Volatile.Read(ref _logged);

    /// <summary>All other lines of standard error.</summary>
    public IReadOnlyCollection<string> Unexpected => _unexpected;

    /// <summary>
    /// The number of open sockets, pipes and files without assemblies, which the runtime opens on
    /// demand.
    /// </summary>
    public int Handles => new DirectoryInfo($"/proc/{_process.Id}/fd").EnumerateFileSystemInfos()
        .Count(handle => handle.LinkTarget is { } target && !target.EndsWith(".dll", StringComparison.Ordinal));

    /// <summary>The resident size in KiB.</summary>
    public long Resident => Status("VmRSS:");

    /// <summary>The peak resident size in KiB.</summary>
    public long Peak => Status("VmHWM:");

    public static async Task<ServerProcess> Start(IEnumerable<string> settings)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(
            AppContext.BaseDirectory, "lanchat-server.dll"), "--all-dialects",
            .. settings.SelectMany(setting => new[] { "--set", setting })])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardErrorEncoding = Encoding.UTF8,
            Environment = { ["LC_ALL"] = "C.UTF-8" },
        };
        var server = new ServerProcess(Process.Start(start)!);
        using var patience = new CancellationTokenSource(Patience);
        var banner = new StringBuilder();
        while (await server._process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
        {
            banner.AppendLine(line);
            if (!line.Contains("Ctrl+C", StringComparison.Ordinal)) continue;
            server._ports = DialectPort().Matches($"{banner}").ToDictionary(
                match =>
                    match.Groups[1].Value, match => int.Parse(match.Groups[2].ValueSpan, CultureInfo.InvariantCulture));
            return server;
        }

        await server.DisposeAsync();
        throw new InvalidOperationException($"The server did not start: {string.Join(' ', server.Unexpected)}");
    }

    public IPEndPoint EndPointOf(string dialect) => new(IPAddress.Loopback, _ports[dialect]);

    /// <summary>Terminates the server and returns its exit code; null if it did not end.</summary>
    public async Task<int?> Stop()
    {
        if (IsAlive) _ = Kill(_process.Id, Terminate);
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            await _process.WaitForExitAsync(patience.Token);
            await _readingLog;
            return _process.ExitCode;
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (IsAlive) _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        await _readingLog;
        _process.Dispose();
    }

    private async Task ReadLog()
    {
        while (await _process.StandardError.ReadLineAsync() is { } line)
        {
            if (Information().IsMatch(line)) Interlocked.Increment(ref _logged);
            else _unexpected.Enqueue(line);
        }
    }

    private long Status(string field) => long.Parse(
        File.ReadLines($"/proc/{_process.Id}/status").First(
            line => line.StartsWith(field, StringComparison.Ordinal)).Split()[^2],
        CultureInfo.InvariantCulture);

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Kill(int process, int signal);

    [GeneratedRegex(@"^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3}[+-]\d\d:\d\d info  [^\p{Cc}]*$")]
    private static partial Regex Information();

    [GeneratedRegex(@"(?<=^Ports .*)\b([a-z]+) (\d+)(?=.*\(TCP\))", RegexOptions.Multiline)]
    private static partial Regex DialectPort();
}
