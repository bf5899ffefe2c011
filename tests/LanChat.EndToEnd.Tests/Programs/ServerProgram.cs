using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace LanChat.EndToEnd.Tests.Programs;

/// <summary>
/// A server process with a room of its own, on ports chosen by the system; it announces to this
/// machine only.
/// </summary>
public sealed partial class ServerProgram : IAsyncDisposable
{
    private static readonly string[] OlderDialects = ["terminal", "colon", "pychat", "miniqq", "line"];

    // The connection tests run once on each transport; the second run sets this to the one that is
    // not the default.
    private static readonly string[] Transport =
        Environment.GetEnvironmentVariable("LANCHAT_TEST_TRANSPORT") is { Length: > 0 } transport
        ? [$"lanchat.server.transport={transport}"]
        : [];

    /// <summary>
    /// The additional descriptors needed by the libraries of a transport that is not the default.
    /// </summary>
    public static int DescriptorsOfTransport => Transport.Length > 0 ? 48 : 0;

    private const string Memory = "lanchat.server.history.durability=memory";

    private readonly RunningProgram _program;
    private readonly Dictionary<string, int> _ports;

    private ServerProgram(RunningProgram program, string banner)
    {
        (_program, Banner) = (program, banner);
        _ports = DialectPort().Matches(banner).ToDictionary(
            match => match.Groups[1].Value, match => int.Parse(match.Groups[2].ValueSpan));
    }

    public string Banner { get; }

    public int Port => _ports["json"];

    /// <summary>The address of the page, if the server was started with it.</summary>
    public Uri Page => new(PageAddress().Match(Banner).Value);

    /// <summary>The UDP port of the announcements.</summary>
    public int DiscoveryPort => int.Parse(AnnouncementPort().Match(Banner).ValueSpan);

    public int ProcessId => _program.Id;

    public IPEndPoint EndPoint => EndPointOf("json");

    internal RunningProgram Program => _program;

    public static Task<ServerProgram> Start(params string[] settings) => StartThrough([], settings, local: true);

    /// <summary>Starts a server that serves every dialect, each at a port of its own.</summary>
    public static Task<ServerProgram> StartWithAllDialects(params string[] settings) =>
        Start([.. OlderDialects.Select(dialect => $"lanchat.server.listen.{dialect}=0"), .. settings]);

    /// <summary>Starts a server with the page for browsers.</summary>
    public static Task<ServerProgram> StartWithPage(params string[] settings) =>
        Start(["lanchat.server.listen.web=0", .. settings]);

    /// <summary>
    /// Starts a server through another command, such as <c>ip netns exec NAME</c>.
    /// </summary>
    /// <param name="through">The command in front.</param>
    /// <param name="settings">Settings as <c>key=value</c>.</param>
    /// <param name="local">Whether it listens and announces on loopback only.</param>
    public static async Task<ServerProgram> StartThrough(string[] through, string[] settings, bool local)
    {
        // Most tests are not about rate limits or the history store.
        string[] usual = [
            "lanchat.server.room.name=\"Our room\"",
            "lanchat.server.listen.json=0",
            "lanchat.server.listen.web=off",
            Memory,
            .. Transport,
        ];
        string[] all = local
            ?
            [
                .. usual, "lanchat.server.listen.address=127.0.0.1", "lanchat.discovery.targets=[\"127.255.255.255\"]",
                $"lanchat.discovery.port={FreeUdpPort()}",
                "lanchat.server.flood.rate=0", .. settings,
            ]
            : [.. usual, .. settings];
        var program = RunningProgram.Start(
            "lanchat-server", [.. all.SelectMany(setting => new[] { "--set", setting })], through);
        var banner = new List<string>();
        using var timeout = new CancellationTokenSource(RunningProgram.Timeout);
        while (await program.Output.ReadLineAsync(timeout.Token) is { } line)
        {
            banner.Add(line);
            if (!line.Contains("Ctrl+C", StringComparison.Ordinal)) continue;
            return new ServerProgram(program, string.Join('\n', banner));
        }

        var errors = string.Join('\n', program.Errors);
        await program.DisposeAsync();
        throw new InvalidOperationException($"The server ended before its banner: {errors}");
    }

    /// <summary>The endpoint of a dialect.</summary>
    public IPEndPoint EndPointOf(string dialect) => new(IPAddress.Loopback, _ports[dialect]);

    /// <summary>Interrupts the server, as Ctrl+C does, and returns the exit code.</summary>
    public Task<int> Stop()
    {
        _program.Signal(RunningProgram.Interrupt);
        return _program.ExitCode();
    }

    public ValueTask DisposeAsync() => _program.DisposeAsync();

    // The system does not soon assign a port it has just given away and taken back.
    private static int FreeUdpPort()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }

    [GeneratedRegex(@"(?<=^Ports .*)\b([a-z]+) (\d+)(?=.*\(TCP)", RegexOptions.Multiline)]
    private static partial Regex DialectPort();

    [GeneratedRegex(@"(?<=discovery on UDP )\d+")]
    private static partial Regex AnnouncementPort();

    [GeneratedRegex(@"(?<=^Browsers .*)https?://127\.0\.0\.1:\d+/", RegexOptions.Multiline)]
    private static partial Regex PageAddress();
}
