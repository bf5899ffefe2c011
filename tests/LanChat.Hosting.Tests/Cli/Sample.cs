using System.CommandLine;
using LanChat.Settings;
using LanChat.Texts;

namespace LanChat.Cli.Tests;

/// <summary>A sample program, and a way to run it.</summary>
internal static class Sample
{
    public static RootCommand Root()
    {
        var shell = new Argument<string>("SHELL") { Description = "Which one." };
        shell.AcceptOnlyFromAmong("bash", "fish");
        var say = new Command("say", "Says something. Loudly.")
        {
            new Argument<string[]>("TEXT") { Description = "What.", Arity = ArgumentArity.ZeroOrMore },
        };
        var learn = new Command("learn", "Learns a shell.") { shell };
        var wrong = new Command("wrong", "Goes wrong.");
        wrong.SetAction(int (_) => throw new SettingsException("some.key (--set): is wrong"));
        say.SetAction(_ => 7);
        learn.SetAction(_ => 0);
        var root = new RootCommand("A sample.")
        {
            new Option<string>("--name") { Description = "A name.", HelpName = "NAME", Recursive = true },
            new Option<int>("--count", "-n")
            {
                Description = "How many.",
                HelpName = "COUNT",
                DefaultValueFactory = _ => 10,
            },
            LanguageOption.Create(),
            say, learn, wrong,
        };
        root.SetAction(_ => 0);
        return root;
    }

    /// <summary>Runs the program in a language and captures its output.</summary>
    public static async Task<(int Code, string Output, string Errors)> Run(
        string arguments, Language language = Language.English)
    {
        var (output, errors) = (new StringWriter(), new StringWriter());
        var (outputBefore, errorsBefore) = (Console.Out, Console.Error);
        Console.SetOut(output);
        Console.SetError(errors);
        Languages.Use(language);
        try
        {
            var code = await new ProgramCall("sample", Root(), () => "Sample 1.0").RunAsync(
                arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries));
            return (code, output.ToString(), errors.ToString());
        }
        finally
        {
            Languages.Use(Language.English);
            Console.SetOut(outputBefore);
            Console.SetError(errorsBefore);
        }
    }
}
