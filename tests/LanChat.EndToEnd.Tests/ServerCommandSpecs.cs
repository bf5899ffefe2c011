using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using LanChat.EndToEnd.Tests.Clients;
using LanChat.EndToEnd.Tests.Programs;

namespace LanChat.EndToEnd.Tests;

public sealed class ServerCommandSpecs
{
    [Theory]
    [InlineData("lanchat.server.nonsense", "--set", "lanchat.server.nonsense=1")]
    [InlineData("lanchat.server.listen.json", "--port", "70000")]
    [InlineData("lanchat.discovery.targets", "--set", "lanchat.discovery.targets=[\"nowhere\"]")]
    [InlineData("lanchat.server.room.name", "--name", "a\tb")]
    [InlineData("lanchat.server.listen.address", "--set", "lanchat.server.listen.address=198.51.100.7")]
    [InlineData("akka.io.tcp.maximum-frame-size", "--set", "akka.io.tcp.maximum-frame-size=0")]
    [InlineData("akka.io.tcp.maximum-frame-size", "--set", "akka.io.tcp.maximum-frame-size=-1")]
    [InlineData("akka.io.tcp.maximum-frame-size", "--set", "akka.io.tcp.maximum-frame-size=3GiB")]
    [InlineData("akka.io.tcp.receive-buffer-size", "--set", "akka.io.tcp.maximum-frame-size=512KiB")]
    [InlineData("akka.io.tcp.batch-accept-limit", "--set", "akka.io.tcp.batch-accept-limit=many")]
    [InlineData("akka.io.tcp.register-timeout", "--set", "akka.io.tcp.register-timeout=soon")]
    [InlineData("akka.io.tcp.write-commands-queue-max-size", "--set", "akka.io.tcp.write-commands-queue-max-size=0")]
    [InlineData(
        "akka.io.udp.disabled-buffer-pool.buffer-size", "--set", "akka.io.udp.disabled-buffer-pool.buffer-size=x")]
    [InlineData("akka.io.udp.buffer-pool", "--set", "akka.io.udp.buffer-pool=akka.io.udp.nope")]
    [InlineData("akka.actor.provider", "--set", "akka.actor.provider=cluster")]
    [InlineData("akka.actor.default-dispatcher.throughput", "--set", "akka.actor.default-dispatcher.throughput=0")]
    [InlineData("akka.actor.default-dispatcher.type", "--set", "akka.actor.default-dispatcher.type=Nope")]
    [InlineData("lanchat.server.transport", "--set", "lanchat.server.transport=smoke")]
    [InlineData("lanchat.server.tls", "--set", "lanchat.server.tls=on")]
    [InlineData("lanchat.server.transport", "--set", "lanchat.server.tls=on")]
    [InlineData("--bogus", "--bogus")]
    [InlineData("/no/such/file", "--config", "/no/such/file")]
    public async Task An_invalid_setting_is_one_line_that_names_it_and_exit_code_2(
        string named, params string[] arguments)
    {
        await using var server = RunningProgram.Start("lanchat-server", [.. arguments, .. OnLoopback(arguments)]);

        Assert.Equal(2, await server.ExitCode());
        Assert.Contains(named, Assert.Single(server.Errors));
        Assert.Empty(await server.Output.ReadToEndAsync());
    }

    // Settings of akka are validated during the start, so the server starts here, on loopback only.
    private static string[] OnLoopback(string[] arguments) =>
        arguments.Any(argument => argument.StartsWith("akka", StringComparison.Ordinal))
        ?
        [
            "--memory", "--port", "0", "--web", "0", "--set", "lanchat.server.listen.address=127.0.0.1", "--set",
            "lanchat.discovery.targets=[127.255.255.255]",
        ]
        : [];

    [Fact]
    public async Task A_configuration_file_that_does_not_parse_is_named_with_the_line()
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, "lanchat.server {\n  room.name = \"x\"\n");
        await using var server = RunningProgram.Start("lanchat-server", ["--config", file]);

        Assert.Equal(2, await server.ExitCode());
        var error = Assert.Single(server.Errors);
        Assert.Contains(file, error);
        Assert.Contains("line 1", error);
        File.Delete(file);
    }

    [Theory]
    [InlineData("akka-io")]
    [InlineData("kestrel")]
    public async Task A_port_in_use_is_one_line_that_names_the_key_and_exit_code_2(string transport)
    {
        using var other = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        other.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        other.Listen();
        var port = ((IPEndPoint)other.LocalEndPoint!).Port;
        await using var server = RunningProgram.Start(
            "lanchat-server", ["--port", $"{port}", "--web", "off", "--memory", "--set", "lanchat.server.listen.address=127.0.0.1", "--set", "lanchat.discovery.targets=[127.255.255.255]",
             "--set", $"lanchat.server.transport={transport}"]);

        Assert.Equal(2, await server.ExitCode());
        var error = Assert.Single(server.Errors);
        Assert.Contains("lanchat.server.listen.json", error);
        Assert.Contains($"{port}", error);
    }

    [Fact]
    public async Task An_unusable_temporary_folder_is_reported_as_such()
    {
        await using var server = RunningProgram.Start(
            "lanchat-server", [
                "--memory",
                "--port",
                "0",
                "--web",
                "0",
                "--set",
                "lanchat.server.listen.address=127.0.0.1",
                "--set",
                "lanchat.discovery.targets=[127.255.255.255]",
            ],
            "env", "TMPDIR=/nonexistent");

        Assert.Equal(2, await server.ExitCode());
        Assert.Contains("TMPDIR", Assert.Single(server.Errors), StringComparison.Ordinal);
        Assert.DoesNotContain("listen.web", Assert.Single(server.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_signal_while_waiting_for_the_database_ends_the_server_quietly()
    {
        using var database = new TcpListener(IPAddress.Loopback, 0);
        database.Start();
        await using var server = RunningProgram.Start(
            "lanchat-server", ["--set", $"lanchat.server.history.postgres=\"Host=127.0.0.1;Port={((IPEndPoint)database.LocalEndpoint).Port};Username=a;SSL Mode=Disable\""]);
        using var asked = await database.AcceptTcpClientAsync().WaitAsync(RunningProgram.Timeout);

        server.Signal(RunningProgram.Terminate);

        Assert.Equal(0, await server.ExitCode());
        Assert.Empty(server.Errors);
        Assert.Empty(await server.Output.ReadToEndAsync());
    }

    [Theory]
    [InlineData(RunningProgram.Terminate)]
    [InlineData(RunningProgram.Interrupt)]
    public async Task A_signal_at_any_time_during_the_start_is_no_failure(int signal)
    {
        for (var after = 100; after <= 1000; after += 100)
        {
            await using var server = RunningProgram.Start(
                "lanchat-server", [
                    "--memory",
                    "--port",
                    "0",
                    "--web",
                    "0",
                    "--set",
                    "lanchat.server.listen.address=127.0.0.1",
                    "--set",
                    "lanchat.discovery.targets=[127.255.255.255]",
                ]);
            await Task.Delay(after);
            server.Signal(signal);

            // Before the runtime handles signals, the system ends the process.
            Assert.Contains(await server.ExitCode(), new[] { 0, 128 + signal });
            Assert.Empty(server.Errors);
        }
    }

    [Fact]
    public async Task A_data_folder_in_use_by_another_server_has_exit_code_75()
    {
        var data = Directory.CreateTempSubdirectory("lanchat-taken-");
        string[] settings =
            ["lanchat.server.history.durability=committed", $"lanchat.server.data.folder={data.FullName}"];
        await using (await ServerProgram.Start(settings))
        {
            await using var second = RunningProgram.Start(
                "lanchat-server", ["--name", "Our room", "--data", data.FullName]);

            Assert.Equal(75, await second.ExitCode());
            Assert.Contains("already running", Assert.Single(second.Errors), StringComparison.Ordinal);
        }

        data.Delete(recursive: true);
    }

    [Fact]
    public async Task The_version_names_what_it_runs_on()
    {
        await using var server = RunningProgram.Start("lanchat-server", ["--version"]);

        Assert.Equal(0, await server.ExitCode());
        Assert.Matches(
            @"^LanChat server \d+\.\d+\.\d+ on Akka\.NET 1\.5\.\d+, transport akka-io",
            await server.Output.ReadToEndAsync());
    }

    [Fact]
    public async Task Ctrl_C_sends_a_goodbye_and_ends_the_server_within_two_seconds()
    {
        await using var server = await ServerProgram.Start();
        using var present = await LineClient.Enter(server.EndPoint, "present");
        using var silent = await SocketClient.Connect(server.EndPoint);
        var watch = Stopwatch.StartNew();

        var end = server.Stop();

        await present.Receive("The room closes");
        Assert.Equal(0, await end);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(2), $"it took {watch.Elapsed}");
    }

    [Fact]
    public async Task The_banner_names_room_and_address_and_is_printed_first()
    {
        await using var server = await ServerProgram.Start();

        Assert.StartsWith("LanChat server", server.Banner, StringComparison.Ordinal);
        Assert.Empty(server.Program.Errors);
        Assert.Contains("Our room", server.Banner);
        Assert.Contains($"127.0.0.1:{server.Port}", server.Banner);
    }
}
