using LanChat.Server.Cli;
using LanChat.Server.Settings;
using LanChat.Settings;

namespace LanChat.Server.Tests.Cli;

public sealed class ServerOptionsSpecs : IDisposable
{
    private readonly string _file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.conf");

    public void Dispose() => File.Delete(_file);

    private static ServerSettings Read(params string[] args)
    {
        var options = new ServerOptions();
        var parsed = options.Command().Parse(args);
        Assert.Empty(parsed.Errors);
        return ServerSettings.Read(options.Settings(parsed));
    }

    private string[] FileWith(string text)
    {
        File.WriteAllText(_file, text);
        return ["--config", _file];
    }

    [Fact]
    public void Without_options_the_reference_applies() => Assert.Equal(8001, Read().Listen.Json());

    [Fact]
    public void Common_settings_have_their_own_options()
    {
        var settings = Read("--name", "Our room", "--port", "9001", "--notice", "Lunch at noon");

        Assert.Equal(
            ("Our room", 9001, "Lunch at noon"),
            (settings.Room.Name.Text, settings.Listen.Json(), settings.Room.Notice));
    }

    [Fact]
    public void A_file_overrides_the_reference() =>
        Assert.Equal(9002, Read(FileWith("lanchat.server.listen.json = 9002")).Listen.Json());

    [Fact]
    public void A_set_option_overrides_the_file_before_or_after_it()
    {
        var file = FileWith("lanchat.server.listen { json = 9002, backlog = 7 }");

        Assert.Equal((9003, 7), Listen([.. file, "--set", "lanchat.server.listen.json=9003"]));
        Assert.Equal((9003, 7), Listen(["--set", "lanchat.server.listen.json=9003", .. file]));

        static (int, int) Listen(string[] args) =>
            Read(args).Listen is var listen ? (listen.Json(), listen.Backlog) : default;
    }

    [Fact]
    public void The_last_of_several_set_options_wins()
    {
        var settings = Read(
            "--set", "lanchat.server.listen.json=9003", "--set", "lanchat.server.room.history-size=3", "--set",
            "lanchat.server.listen.json=9004");

        Assert.Equal((9004, 3), (settings.Listen.Json(), settings.Room.HistorySize));
    }

    [Fact]
    public void A_dedicated_option_overrides_everything() => Assert.Equal(
        9001, Read([.. FileWith("lanchat.server.listen.json = 9002"), "--port", "9001", "--set", "lanchat.server.listen.json=9003"]).Listen.Json());

    [Theory]
    [InlineData("[x]")]
    [InlineData("{x}")]
    [InlineData("\"x\"")]
    [InlineData("a \\n b")]
    [InlineData("${HOME} # no comment // neither")]
    public void A_name_is_plain_text_whatever_its_syntax(string name) =>
        Assert.Equal(name, Read("--name", name).Room.Name.Text);

    [Theory]
    [InlineData("--port", "65536", "lanchat.server.listen.json (--port): 65536 is not a port (0 to 65535)")]
    [InlineData("--port", "http", "lanchat.server.listen.json (--port): http is not a port (0 to 65535)")]
    [InlineData("--name", "tab\tin it", "lanchat.server.room.name (--name): ")]
    [InlineData(
        "--set", "lanchat.server.listen.json=x", "lanchat.server.listen.json (--set lanchat.server.listen.json=x): ")]
    [InlineData(
        "--set",
        "lanchat.server.colour=red",
        "lanchat.server.colour (--set lanchat.server.colour=red): unknown setting")]
    [InlineData("--config", "/no/such/file.conf", "/no/such/file.conf: cannot be read: ")]
    public void An_error_names_the_key_and_the_option(string option, string value, string line) =>
        Assert.StartsWith(line, Assert.Throws<SettingsException>(() => Read(option, value)).Message);

    [Fact]
    public void An_error_in_a_file_names_the_key_and_the_file() => Assert.StartsWith(
        $"lanchat.server.listen.json ({_file}): ",
        Assert.Throws<SettingsException>(() => Read(FileWith("lanchat.server.listen.json = 70000"))).Message);

    [Theory]
    [InlineData("--colour")]
    [InlineData("--name")]
    [InlineData("stray")]
    public void An_unknown_argument_is_an_error(string arg) =>
        Assert.NotEmpty(new ServerOptions().Command().Parse([arg]).Errors);

    [Fact]
    public void Verbose_is_off_by_default()
    {
        var options = new ServerOptions();
        var command = options.Command();

        Assert.False(options.IsVerbose(command.Parse([])));
        Assert.True(options.IsVerbose(command.Parse(["--verbose"])));
    }

    [Fact]
    public void All_dialects_are_served_at_their_usual_ports()
    {
        var ports = Read("--all-dialects").Listen.Ports;

        Assert.Equal(
            [("json", 8001), ("terminal", 8002), ("colon", 8888), ("pychat", 12231), ("miniqq", 12000), ("line", 6666)],
            ports.Select(port => (port.Dialect.Name, port.Port)));
    }

    [Fact]
    public void A_setting_overrides_all_dialects()
    {
        var ports = Read(
            "--all-dialects",
            "--set",
            "lanchat.server.listen.colon=off",
            "--set",
            "lanchat.server.listen.line=7").Listen.Ports;

        Assert.DoesNotContain(ports, port => port.Dialect.Name == "colon");
        Assert.Contains(ports, port => port is { Dialect.Name: "line", Port: 7 });
    }
}
