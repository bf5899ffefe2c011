using System.CommandLine;
using LanChat.Texts;

namespace LanChat.Client.Completions;

/// <summary>The <c>completion</c> command: prints the completion script for a shell.</summary>
internal static class CompletionCommand
{
    private static readonly Dictionary<string, Func<CompletionTree, string>> Shells = new()
    {
        ["bash"] = BashScript.Of,
        ["zsh"] = ZshScript.Of,
        ["fish"] = FishScript.Of,
    };

    public static Command Create()
    {
        var shell = new Argument<string>("SHELL") { Description = ClientTexts.CompletionShell };
        shell.AcceptOnlyFromAmong([.. Shells.Keys]);
        var command = new Command("completion", ClientTexts.CompletionPurpose) { shell };
        command.SetAction(parsed =>
        {
            var tree = CompletionTree.Of((RootCommand)parsed.RootCommandResult.Command);
            Console.Out.Write(Shells[parsed.GetValue(shell)!](tree));
            return 0;
        });
        return command;
    }
}
