using LanChat.Server.Cli;
using LanChat.Settings;

namespace LanChat.Server.Tests.Cli;

public sealed class CommandLineSpecs
{
    private int _runs;

    private Task<int> RunAsync(params string[] args) => CommandLine.RunAsync(args, (settings, _) =>
    {
        _runs++;
        return Task.FromResult(settings.Number("lanchat.server.room.history-size", 0, 100));
    });

    [Fact]
    public async Task The_exit_code_is_that_of_the_program()
    {
        Assert.Equal(50, await RunAsync());
        Assert.Equal(7, await RunAsync("--set", "lanchat.server.room.history-size=7"));
        Assert.Equal(2, _runs);
    }

    [Theory]
    [InlineData("--colour")]
    [InlineData("--port")]
    [InlineData("--set", "nonsense")]
    [InlineData("--set", "lanchat.server.colour=red")]
    [InlineData("--config", "/no/such/file.conf")]
    public async Task A_wrong_call_has_exit_code_2_and_runs_nothing(params string[] args)
    {
        Assert.Equal(2, await RunAsync(args));
        Assert.Equal(0, _runs);
    }

    [Fact]
    public async Task An_invalid_value_found_while_running_has_exit_code_2() =>
        Assert.Equal(2, await RunAsync("--set", "lanchat.server.room.history-size=101"));

    [Fact]
    public async Task A_settings_error_while_running_has_exit_code_2() =>
        Assert.Equal(2, await CommandLine.RunAsync([], (_, _) => throw new SettingsException("too late")));

    [Theory]
    [InlineData("--version")]
    [InlineData("--help")]
    public async Task Version_and_help_run_nothing(string option)
    {
        Assert.Equal(0, await RunAsync(option));
        Assert.Equal(0, _runs);
    }
}
