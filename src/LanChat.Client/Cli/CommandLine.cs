using System.CommandLine;
using LanChat.Cli;

namespace LanChat.Client.Cli;

/// <summary>What is done with what was typed.</summary>
internal static class CommandLine
{
    /// <summary>What this program is called where it is typed.</summary>
    public const string Program = "lanchat";

    /// <summary>Returns the code to exit with.</summary>
    /// <param name="args">What was typed.</param>
    /// <param name="run">What is done when no command was named.</param>
    /// <param name="commands">The commands there are.</param>
    public static Task<int> RunAsync(
        string[] args, Func<ClientOptions, ParseResult, Task<int>> run, Func<ClientOptions, IEnumerable<Command>> commands)
    {
        var options = new ClientOptions();
        var command = options.Command();
        foreach (var one in commands(options)) command.Add(one);
        command.SetAction(parsed => run(options, parsed));
        return new ProgramCall(Program, command, () => ProductVersion.Text).RunAsync(args);
    }
}
