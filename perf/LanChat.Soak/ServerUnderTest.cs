using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace LanChat.Soak;

/// <summary>
/// The server process, on loopback only and without a rate limit; measures its resources and reads
/// its log.
/// </summary>
internal sealed partial class ServerUnderTest : IAsyncDisposable
{
    private readonly Process _process;
    private readonly DirectoryInfo _data;

    private ServerUnderTest(Process process, DirectoryInfo data) => (_process, _data) = (process, data);

    public IPEndPoint EndPoint { get; private set; } = new(IPAddress.None, 0);

    public string Banner { get; private set; } = "";

    public ServerLog Log { get; } = new();

    public bool HasExited => _process.HasExited;

    /// <summary>The resident size in KiB.</summary>
    public long Resident =>
        long.Parse(File.ReadLines($"/proc/{_process.Id}/status").First(
            line => line.StartsWith("VmRSS:", StringComparison.Ordinal)).Split()[^2]);

    /// <summary>
    /// The targets of its open descriptors without assemblies, which the runtime loads on demand
    /// and keeps open.
    /// </summary>
    public string[] Descriptors =>
    [
        .. new DirectoryInfo($"/proc/{_process.Id}/fd").GetFiles().Select(file => file.LinkTarget).OfType<string>()
            .Where(target => !target.EndsWith(".dll", StringComparison.Ordinal)),
    ];

    public static async Task<ServerUnderTest> Start()
    {
        string[] settings =
        [
            "lanchat.server.listen.address=127.0.0.1", "lanchat.discovery.targets=[\"127.255.255.255\"]",
            $"lanchat.discovery.port={FreeUdpPort()}",
            "lanchat.server.flood.rate=0", "akka.log-dead-letters=on",
        ];
        var data = Directory.CreateTempSubdirectory("lanchat-soak-");
        var arguments = new[] { Path.Combine(
            AppContext.BaseDirectory,
            "lanchat-server.dll"), "--name", "Soak", "--port", "0", "--web", "off", "--data", data.FullName }
            .Concat(settings.SelectMany(setting => new[] { "--set", setting }));
        var start = new ProcessStartInfo("dotnet", arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["LC_ALL"] = "C.UTF-8" },
        };
        var server = new ServerUnderTest(Process.Start(start)!, data);
        server._process.ErrorDataReceived += (_, line) => server.Log.Add(line.Data);
        server._process.BeginErrorReadLine();
        while (await server._process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (server.Banner.Length == 0) server.Banner = line;
            if (Port().Match(line) is { Success: true } port)
                server.EndPoint = new IPEndPoint(IPAddress.Loopback, int.Parse(port.Groups[1].ValueSpan));
            if (line.Contains("Ctrl+C", StringComparison.Ordinal)) return server;
        }

        throw new InvalidOperationException(string.Join('\n', server.Log.Unexpected));
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _data.Delete(recursive: true);
    }

    private static int FreeUdpPort()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }

    [GeneratedRegex(@"^Ports .*\bjson (\d+)")]
    private static partial Regex Port();
}
