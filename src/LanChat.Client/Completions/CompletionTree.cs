using System.CommandLine;
using System.CommandLine.Completions;
using LanChat.Cli;
using LanChat.Client.Cli;

namespace LanChat.Client.Completions;

/// <summary>What can be typed, taken from the command line itself, so that no script can know less or more.</summary>
/// <param name="Program">How the program is called.</param>
/// <param name="Options">What can be typed where no command was named.</param>
/// <param name="Commands">The commands, none of which has commands of its own.</param>
internal sealed record CompletionTree(
    string Program, IReadOnlyList<CompletionTree.Option> Options, IReadOnlyList<CompletionTree.Command> Commands)
{
    /// <summary>A command.</summary>
    /// <param name="Name">Its name.</param>
    /// <param name="Meaning">One sentence, without its full stop.</param>
    /// <param name="Options">All that it takes.</param>
    /// <param name="Values">The words that may follow it; empty when any may, or none.</param>
    public sealed record Command(string Name, string Meaning, IReadOnlyList<Option> Options, IReadOnlyList<string> Values);

    /// <summary>An option.</summary>
    /// <param name="Names">Its names, dashes included.</param>
    /// <param name="Meaning">One sentence, without its full stop.</param>
    /// <param name="Value">What its value is called; null when it takes none.</param>
    /// <param name="Values">The values it may have; empty when they cannot be listed.</param>
    public sealed record Option(IReadOnlyList<string> Names, string Meaning, string? Value, IReadOnlyList<string> Values)
    {
        public bool TakesFile => Value == ClientOptions.FileName;
    }

    /// <summary>Every option of every command, each once.</summary>
    public IEnumerable<Option> AllOptions => Options.Concat(Commands.SelectMany(command => command.Options)).DistinctBy(option => option.Names[0]);

    public static CompletionTree Of(RootCommand root) => new(
        CommandLine.Program,
        [.. root.Options.Where(option => !option.Hidden).Select(Describe)],
        [.. root.Subcommands.Where(command => !command.Hidden).Select(command => Describe(command, root))]);

    private static Command Describe(System.CommandLine.Command command, RootCommand root) => new(
        command.Name,
        FirstSentence.Of(command.Description),
        [.. command.Options.Concat(root.Options.Where(option => option.Recursive)).Where(option => !option.Hidden).Select(Describe)],
        [.. command.Arguments.SelectMany(argument => argument.GetCompletions(CompletionContext.Empty)).Select(item => item.Label)]);

    private static Option Describe(System.CommandLine.Option option)
    {
        var takesValue = option.ValueType != typeof(bool) && option.ValueType != typeof(void);
        return new Option(
            [.. new[] { option.Name }.Concat(option.Aliases).Distinct().Where(IsTyped)],
            FirstSentence.Of(option.Description),
            takesValue ? option.HelpName ?? "VALUE" : null,
            takesValue ? [.. option.GetCompletions(CompletionContext.Empty).Select(item => item.Label)] : []);
    }

    /// <summary>Help is also known as /h and -?, which nobody completes.</summary>
    private static bool IsTyped(string name) => name is ['-', not '?', ..];
}
