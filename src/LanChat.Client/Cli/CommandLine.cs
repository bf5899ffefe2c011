using System.CommandLine;
using System.CommandLine.Invocation;
using LanChat.Settings;

namespace LanChat.Client.Cli;

/// <summary>Answers everything that is wrong about a call with one line and exit code 2.</summary>
internal static class CommandLine
{
    /// <summary>What this program is called where it is typed.</summary>
    public const string Program = "lanchat";

    private const int UsageError = 2;

    /// <summary>A nickname may begin with @: nothing is read from files because of it.</summary>
    private static readonly ParserConfiguration NoResponseFiles = new() { ResponseFileTokenReplacer = null };

    private static readonly InvocationConfiguration ThrowingThrough = new()
    {
        EnableDefaultExceptionHandler = false,
        ProcessTerminationTimeout = null,
    };

    /// <summary>Returns the code to exit with.</summary>
    /// <param name="args">What was typed.</param>
    /// <param name="run">What is done when no command was named.</param>
    /// <param name="commands">The commands there are.</param>
    public static async Task<int> RunAsync(
        string[] args, Func<ClientOptions, ParseResult, Task<int>> run, Func<ClientOptions, IEnumerable<Command>> commands)
    {
        var options = new ClientOptions();
        var command = options.Command();
        foreach (var one in commands(options)) command.Add(one);
        command.Options.OfType<VersionOption>().Single().Action = new PrintVersion();
        command.SetAction(parsed => run(options, parsed));
        var parsed = command.Parse(args, NoResponseFiles);
        if (parsed.Errors is [var first, ..]) return Fail(first.Message);
        try
        {
            return await parsed.InvokeAsync(ThrowingThrough);
        }
        catch (SettingsException wrong)
        {
            return Fail(wrong.Message);
        }
    }

    private static int Fail(string message)
    {
        System.Console.Error.WriteLine($"{Program}: {message.ReplaceLineEndings(" ")}");
        return UsageError;
    }

    private sealed class PrintVersion : SynchronousCommandLineAction
    {
        public override int Invoke(ParseResult parseResult)
        {
            System.Console.WriteLine(ProductVersion.Text);
            return 0;
        }
    }
}
