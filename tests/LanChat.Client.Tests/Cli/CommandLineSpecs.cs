using System.CommandLine;
using LanChat.Client.Cli;
using LanChat.Client.Doctor;
using LanChat.Client.Sessions;
using LanChat.Settings;

namespace LanChat.Client.Tests.Cli;

public sealed class CommandLineSpecs
{
    private ServerAddress? _server;
    private LayeredSettings? _settings;

    private Task<int> RunAsync(params string[] args) => CommandLine.RunAsync(args, Record, options =>
    {
        var command = new Command("command");
        command.SetAction(parsed => Record(options, parsed));
        return [command, DoctorCommand.Create(options)];
    });

    private Task<int> Record(ClientOptions options, ParseResult parsed)
    {
        (_server, _settings) = (options.Address(parsed)?.Server, options.Settings(parsed));
        return Task.FromResult(options.IsVerbose(parsed) ? 7 : 0);
    }

    [Fact]
    public async Task The_exit_code_is_that_of_the_program()
    {
        Assert.Equal(0, await RunAsync());
        Assert.Equal(7, await RunAsync("--verbose"));
    }

    [Fact]
    public async Task Options_set_the_room_and_the_nickname()
    {
        await RunAsync("--connect", "[::1]:8001", "--nick", "@小糖豆");

        Assert.Equal(new ServerAddress("::1", 8001), _server);
        Assert.Equal("@小糖豆", _settings!.Text("lanchat.client.nick"));
    }

    [Theory]
    [InlineData("--nick", "a", "--verbose", "command")]
    [InlineData("command", "--verbose", "--nick", "a")]
    public async Task Global_options_can_be_placed_before_or_after_the_command(params string[] args)
    {
        Assert.Equal(7, await RunAsync(args));
        Assert.Equal("a", _settings!.Text("lanchat.client.nick"));
    }

    [Fact]
    public async Task An_option_overrides_set_and_a_later_set_an_earlier_one()
    {
        const string rooms = "lanchat.client.limits.rooms";

        await RunAsync("--set", "lanchat.client.nick=a", "--set", $"{rooms}=1", "--set", $"{rooms}=2", "--nick", "b");

        Assert.Equal("b", _settings!.Text("lanchat.client.nick"));
        Assert.Equal(2, _settings.Number(rooms, 0, 9));
    }

    [Fact]
    public async Task Set_overrides_the_configuration_file()
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, "lanchat.client.limits { rooms = 3, waiting = 4 }");
            await RunAsync("--config", file, "--set", "lanchat.client.limits.rooms=5");

            Assert.Equal(5, _settings!.Number("lanchat.client.limits.rooms", 0, 9));
            Assert.Equal(4, _settings.Number("lanchat.client.limits.waiting", 0, 9));
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Theory]
    [InlineData("--colour")]
    [InlineData("extra")]
    [InlineData("--connect")]
    [InlineData("--connect", "nowhere:")]
    [InlineData("--set", "nonsense")]
    [InlineData("--set", "lanchat.client.colour=red")]
    [InlineData("--config", "/no/such/file.conf")]
    [InlineData("doctor", "nowhere")]
    [InlineData("doctor", "--set", "nonsense")]
    [InlineData("doctor", "a:1", "b:2")]
    public async Task A_wrong_call_exits_with_code_2_and_runs_nothing(params string[] args)
    {
        Assert.Equal(2, await RunAsync(args));
        Assert.Null(_settings);
    }

    [Theory]
    [InlineData("--version")]
    [InlineData("--help")]
    public async Task Asking_for_the_version_or_help_runs_nothing(string option)
    {
        Assert.Equal(0, await RunAsync(option));
        Assert.Null(_settings);
    }

    [Fact]
    public void The_version_names_the_version_of_Akka() =>
        Assert.Matches(@"^LanChat client \d+\.\d+\.\d+ on Akka\.NET 1\.5\.\d+$", ProductVersion.Text);
}
