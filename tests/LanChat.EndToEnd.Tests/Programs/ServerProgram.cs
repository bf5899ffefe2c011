using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace LanChat.EndToEnd.Tests.Programs;

/// <summary>A server process with a room of its own, on a port the system chose; it announces to this machine only.</summary>
public sealed partial class ServerProgram : IAsyncDisposable
{
    private readonly RunningProgram _program;

    private ServerProgram(RunningProgram program, string banner, int port) => (_program, Banner, Port) = (program, banner, port);

    public string Banner { get; }

    public int Port { get; }

    public int ProcessId => _program.Id;

    public IPEndPoint EndPoint => new(IPAddress.Loopback, Port);

    internal RunningProgram Program => _program;

    public static Task<ServerProgram> Start(params string[] settings) => StartThrough([], settings, local: true);

    /// <summary>Starts it by way of another command, such as <c>ip netns exec NAME</c>.</summary>
    /// <param name="through">The command in front.</param>
    /// <param name="settings">Settings as <c>key=value</c>.</param>
    /// <param name="local">Whether it listens on and announces to loopback only.</param>
    public static async Task<ServerProgram> StartThrough(string[] through, string[] settings, bool local)
    {
        string[] all = local
            ? ["lanchat.server.listen.address=127.0.0.1", "lanchat.discovery.targets=[\"127.255.255.255\"]", $"lanchat.discovery.port={FreeUdpPort()}", .. settings]
            : settings;
        var program = RunningProgram.Start(
            "LanChat.Server", ["--name", "Our room", "--port", "0", .. all.SelectMany(setting => new[] { "--set", setting })], through);
        var banner = new List<string>();
        using var patience = new CancellationTokenSource(RunningProgram.Patience);
        while (await program.Output.ReadLineAsync(patience.Token) is { } line)
        {
            banner.Add(line);
            if (!line.StartsWith("Ctrl+C", StringComparison.Ordinal)) continue;
            var text = string.Join('\n', banner);
            return new ServerProgram(program, text, int.Parse(JsonPort().Match(text).Groups[1].ValueSpan));
        }

        var errors = string.Join('\n', program.Errors);
        await program.DisposeAsync();
        throw new InvalidOperationException($"The server ended before its banner: {errors}");
    }

    /// <summary>Ends it as Ctrl+C does, and returns the exit code.</summary>
    public Task<int> Stop()
    {
        _program.Signal(RunningProgram.Interrupt);
        return _program.ExitCode();
    }

    public ValueTask DisposeAsync() => _program.DisposeAsync();

    // Nobody else announces to a port the system has just given away and taken back.
    private static int FreeUdpPort()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }

    [GeneratedRegex(@"json (\d+)")]
    private static partial Regex JsonPort();
}
