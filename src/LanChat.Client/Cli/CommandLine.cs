using System.CommandLine;
using LanChat.Cli;

namespace LanChat.Client.Cli;

/// <summary>Parses the command line and runs the command.</summary>
internal static class CommandLine
{
    /// <summary>Name of the program.</summary>
    public const string Program = "lanchat";

    /// <summary>Returns the exit code.</summary>
    /// <param name="args">The arguments.</param>
    /// <param name="run">Runs the client if no command is given.</param>
    /// <param name="commands">Creates the commands.</param>
    public static Task<int> RunAsync(
        string[] args,
        Func<ClientOptions, ParseResult, Task<int>> run,
        Func<ClientOptions, IEnumerable<Command>> commands)
    {
        var options = new ClientOptions();
        var command = options.Command();
        foreach (var one in commands(options)) command.Add(one);
        command.SetAction(parsed => run(options, parsed));
        return new ProgramCall(Program, command, () => ProductVersion.Text).RunAsync(args);
    }
}
