using System.Net;
using System.Net.Sockets;
using System.Text;
using LanChat.EndToEnd.Tests.Clients;
using LanChat.EndToEnd.Tests.Programs;

namespace LanChat.EndToEnd.Tests;

/// <summary>The server under systemd: a notification socket and its process id.</summary>
public sealed class ServiceSpecs : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("lanchat-notify-");
    private readonly Socket _systemd = new(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified);

    public ServiceSpecs() => _systemd.Bind(new UnixDomainSocketEndPoint(SocketPath));

    private string SocketPath => Path.Combine(_folder.FullName, "notify");

    public void Dispose()
    {
        _systemd.Dispose();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Systemd_is_notified_when_the_room_opens_and_closes()
    {
        var port = FreePort.Tcp();
        var starting = Start($"lanchat.server.listen.json={port}");

        Assert.Equal("READY=1", await NextNotification());
        using var ann = await LineClient.Enter(new IPEndPoint(IPAddress.Loopback, port), "ann");
        await using var server = await starting;
        server.Program.Signal(RunningProgram.Terminate);

        Assert.Equal("STOPPING=1", await NextNotification());
        Assert.Equal(0, await server.Program.ExitCode());
    }

    [Fact]
    public async Task The_log_keeps_its_format()
    {
        var data = Directory.CreateDirectory(Path.Combine(_folder.FullName, "data"));
        await using var server = await Start(
            "lanchat.server.history.durability=committed", $"lanchat.server.data.folder={data.FullName}");

        await server.Stop();

        Assert.NotEmpty(server.Program.Errors);
        Assert.All(server.Program.Errors, line => Assert.Matches(
            @"^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3}[+-]\d\d:\d\d (info |warn |error) ", line));
    }

    [Fact]
    public async Task Systemd_is_not_notified_of_a_room_that_did_not_open()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();

        await Assert.ThrowsAsync<InvalidOperationException>(
            () => Start($"lanchat.server.listen.json={((IPEndPoint)taken.LocalEndpoint).Port}"));

        while (_systemd.Available > 0) Assert.NotEqual("READY=1", await NextNotification());
    }

    [Fact]
    public async Task Disconnected_clients_are_not_logged()
    {
        await using var server = await Start("lanchat.server.limits.greeting=100ms");
        foreach (var _ in Enumerable.Range(0, 20))
        {
            using var silent = await LineClient.Connect(server.EndPoint);
            while (await silent.NextFrame() is not null) { }
        }

        await server.Stop();

        Assert.Empty(server.Program.Errors);
    }

    [Fact]
    public void The_unit_restarts_after_temporary_failures_and_never_after_invalid_settings()
    {
        var lines = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "lanchat-server.service"));

        Assert.Contains("Restart=on-failure", lines);
        Assert.Contains("RestartForceExitStatus=75", lines);
        Assert.Contains("RestartPreventExitStatus=2", lines);
        Assert.Contains("StartLimitIntervalSec=0", lines);
    }

    private Task<ServerProgram> Start(params string[] settings) =>
        ServerProgram.StartThrough(
            ["sh", "-c", $"NOTIFY_SOCKET={SocketPath} SYSTEMD_EXEC_PID=$$ exec \"$0\" \"$@\""], settings, local: true);

    private async Task<string> NextNotification()
    {
        var datagram = new byte[256];
        using var timeout = new CancellationTokenSource(RunningProgram.Timeout);
        return Encoding.UTF8.GetString(
            datagram, 0, await _systemd.ReceiveAsync(datagram, timeout.Token)).TrimEnd('\n');
    }
}
