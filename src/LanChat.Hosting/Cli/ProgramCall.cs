using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using LanChat.Settings;
using LanChat.Texts;

namespace LanChat.Cli;

/// <summary>
/// One call of a program, as it was typed: whatever is wrong about it is answered with one line and
/// exit code 2, and what may pass with 75.
/// </summary>
/// <param name="program">What the program is called where it is typed.</param>
/// <param name="root">All that can be typed.</param>
/// <param name="version">What it says of its version.</param>
public sealed class ProgramCall(string program, RootCommand root, Func<string> version)
{
    private const int UsageError = 2;

    // EX_TEMPFAIL of sysexits.h: whoever starts it may do so again.
    private const int TemporaryFailure = 75;

    /// <summary>A name may begin with @: nothing is read from files because of it.</summary>
    private static readonly ParserConfiguration NoResponseFiles = new() { ResponseFileTokenReplacer = null };

    private static readonly InvocationConfiguration ThrowingThrough = new()
    {
        EnableDefaultExceptionHandler = false,
        ProcessTerminationTimeout = null,
    };

    /// <summary>Does what was typed, and returns the code to exit with.</summary>
    public async Task<int> RunAsync(string[] args)
    {
        SpeakTheLanguage();
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
    /// The library has no Chinese for all that it says itself, and its option for the version bears
    /// no other beside it.
    /// </summary>
    private void SpeakTheLanguage()
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
