using System.CommandLine;
using LanChat.Cli;
using LanChat.Server.Settings;
using LanChat.Settings;

namespace LanChat.Server.Cli;

/// <summary>Parses the command line and runs the server or a subcommand.</summary>
internal static class CommandLine
{
    public static Task<int> RunAsync(string[] args, Func<LayeredSettings, bool, Task<int>> run)
    {
        var options = new ServerOptions();
        var command = options.Command();
        command.SetAction(parsed => run(options.Settings(parsed), options.IsVerbose(parsed)));
        Command[] others = [
            .. HistoryCommands.For(options), ImportCommand.For(options), NameCommands.For(options),
            .. ControlCommand.For(options),
        ];
        foreach (var other in others) command.Subcommands.Add(other);
        return new ProgramCall("lanchat-server", command, () => Banner.VersionWith(TransportSettings.AkkaIo))
            .RunAsync(args);
    }
}
