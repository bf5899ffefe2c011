using LanChat.Cli;
using LanChat.Server.Settings;
using LanChat.Settings;

namespace LanChat.Server.Cli;

/// <summary>What is done with what was typed.</summary>
internal static class CommandLine
{
    public static Task<int> RunAsync(string[] args, Func<LayeredSettings, bool, Task<int>> run)
    {
        var options = new ServerOptions();
        var command = options.Command();
        command.SetAction(parsed => run(options.Settings(parsed), options.IsVerbose(parsed)));
        foreach (var other in HistoryCommands.For(options).Append(ImportCommand.For(options)).Append(NameCommands.For(options))) command.Subcommands.Add(other);
        return new ProgramCall("lanchat-server", command, () => Banner.VersionWith(TransportSettings.AkkaIo)).RunAsync(args);
    }
}
