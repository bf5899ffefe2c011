using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using LanChat.Settings;
using LanChat.Texts;

namespace LanChat.Cli;

/// <summary>
/// Runs a program with its command line. A usage or settings error prints one line and exits with
/// 2; a temporary failure exits with 75.
/// </summary>
/// <param name="program">The command name of the program.</param>
/// <param name="root">All commands and options.</param>
/// <param name="version">Returns the output of <c>--version</c>.</param>
public sealed class ProgramCall(string program, RootCommand root, Func<string> version)
{
    private const int UsageError = 2;

    // EX_TEMPFAIL of sysexits.h: a supervisor may restart the program.
    private const int TemporaryFailure = 75;

    /// <summary>A nickname may begin with @, which must not name a response file.</summary>
    private static readonly ParserConfiguration NoResponseFiles = new() { ResponseFileTokenReplacer = null };

    private static readonly InvocationConfiguration ThrowingThrough = new()
    {
        EnableDefaultExceptionHandler = false,
        ProcessTerminationTimeout = null,
    };

    /// <summary>Runs the command; returns the exit code.</summary>
    public async Task<int> RunAsync(string[] args)
    {
        ApplyLanguage();
        var parsed = root.Parse(args, NoResponseFiles);
        if (parsed.Errors is [var first, ..]) return Fail(ParseErrors.Sentence(first, parsed));
        try
        {
            return await parsed.InvokeAsync(ThrowingThrough);
        }
        catch (SettingsException wrong)
        {
            return Fail(wrong.Message);
        }
        catch (UnavailableException trouble)
        {
            return Fail(trouble.Message, TemporaryFailure);
        }
    }

    /// <summary>
    /// Replaces the library's help and version options: their texts have no Chinese, and the
    /// version option refuses any other option beside it.
    /// </summary>
    private void ApplyLanguage()
    {
        var help = root.Options.OfType<HelpOption>().Single();
        (help.Description, help.Action) =
            (CommandLineTexts.Help, new Print(call => HelpPage.Of(call.CommandResult.Command, program)));
        root.Options.Remove(root.Options.OfType<VersionOption>().Single());
        root.Options.Remove(help);
        root.Options.Add(help);
        root.Options.Add(
            new Option<bool>("--version")
            {
                Description = CommandLineTexts.Version,
                Action = new Print(_ => version() + "\n"),
            });
    }

    private int Fail(string message, int code = UsageError)
    {
        Console.Error.WriteLine($"{program}: {message.ReplaceLineEndings(" ")}");
        return code;
    }

    private sealed class Print(Func<ParseResult, string> text) : SynchronousCommandLineAction
    {
        public override bool Terminating => true;

        public override int Invoke(ParseResult parseResult)
        {
            Console.Out.Write(text(parseResult));
            return 0;
        }
    }
}
