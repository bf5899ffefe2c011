using System.CommandLine;
using System.CommandLine.Invocation;
using LanChat.Settings;

namespace LanChat.Server.Cli;

/// <summary>Answers everything that is wrong about a call with one line and exit code 2.</summary>
internal static class CommandLine
{
    private const int UsageError = 2;

    public static async Task<int> RunAsync(string[] args, Func<LayeredSettings, bool, Task<int>> run)
    {
        var options = new ServerOptions();
        var command = options.Command();
        command.Options.OfType<VersionOption>().Single().Action = new PrintVersion();
        command.SetAction(parsed => run(options.Settings(parsed), options.IsVerbose(parsed)));
        var parsed = command.Parse(args);
        if (parsed.Errors is [var first, ..]) return Fail(first.Message);
        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
        }
        catch (SettingsException wrong)
        {
            return Fail(wrong.Message);
        }
    }

    public static int Fail(string message)
    {
        Console.Error.WriteLine($"lanchat-server: {message}");
        return UsageError;
    }

    private sealed class PrintVersion : SynchronousCommandLineAction
    {
        public override int Invoke(ParseResult parseResult)
        {
            Console.WriteLine(Banner.Version);
            return 0;
        }
    }
}
