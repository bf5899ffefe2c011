using System.CommandLine;
using LanChat.Client.Cli;
using LanChat.Client.Completions;
using LanChat.Client.Doctor;
using LanChat.Client.Scripting;

namespace LanChat.Client.Tests.Completions;

/// <summary>The client's own command line, and an example that uses every feature.</summary>
internal static class Scripts
{
    public static RootCommand Client()
    {
        var options = new ClientOptions();
        var root = options.Command();
        foreach (var command in ScriptCommands.For(options)) root.Add(command);
        root.Add(DoctorCommand.Create(options));
        root.Add(CompletionCommand.Create());
        return root;
    }

    public static CompletionTree Example()
    {
        var values = new Option<string>("--colour", "-c") { Description = "It's [one] of a: few. More." };
        values.AcceptOnlyFromAmong("red", "green");
        var words = new Argument<string>("WORD");
        words.AcceptOnlyFromAmong("this", "that");
        return CompletionTree.Of(new RootCommand
        {
            new Option<string>("--everywhere") { Recursive = true, HelpName = "NAME" },
            new Option<string>("--file") { HelpName = "FILE" },
            new Option<bool>("--secret") { Hidden = true },
            new Command("go", "Goes. Far.") { values, words, new Option<bool>("--fast") },
            new Command("stay", "Stays."),
        });
    }
}
