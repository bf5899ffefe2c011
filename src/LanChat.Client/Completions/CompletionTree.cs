using System.CommandLine;
using System.CommandLine.Completions;
using LanChat.Cli;
using LanChat.Client.Cli;

namespace LanChat.Client.Completions;

/// <summary>
/// The commands and options, taken from the parser, so that the scripts match the program.
/// </summary>
/// <param name="Program">Name of the program.</param>
/// <param name="Options">The options without a command.</param>
/// <param name="Commands">The commands; none has subcommands.</param>
internal sealed record CompletionTree(
    string Program, IReadOnlyList<CompletionTree.Option> Options, IReadOnlyList<CompletionTree.Command> Commands)
{
    /// <summary>A command.</summary>
    /// <param name="Name">Its name.</param>
    /// <param name="Meaning">One sentence without a full stop.</param>
    /// <param name="Options">Its options.</param>
    /// <param name="Values">
    /// The possible values of its argument; empty if they cannot be listed.
    /// </param>
    public sealed record Command(
        string Name,
        string Meaning,
        IReadOnlyList<Option> Options,
        IReadOnlyList<string> Values);

    /// <summary>An option.</summary>
    /// <param name="Names">Its names, with dashes.</param>
    /// <param name="Meaning">One sentence without a full stop.</param>
    /// <param name="Value">Name of its value; null for a switch.</param>
    /// <param name="Values">The possible values; empty if they cannot be listed.</param>
    public sealed record Option(
        IReadOnlyList<string> Names,
        string Meaning,
        string? Value,
        IReadOnlyList<string> Values)
    {
        public bool TakesFile => Value == ClientOptions.FileName;
    }

    /// <summary>The options of all commands, without duplicates.</summary>
    public IEnumerable<Option> AllOptions =>
        Options.Concat(Commands.SelectMany(command => command.Options)).DistinctBy(option => option.Names[0]);

    public static CompletionTree Of(RootCommand root) => new(
        CommandLine.Program,
        [.. root.Options.Where(option => !option.Hidden).Select(Describe)],
        [.. root.Subcommands.Where(command => !command.Hidden).Select(command => Describe(command, root))]);

    private static Command Describe(System.CommandLine.Command command, RootCommand root) => new(
        command.Name,
        FirstSentence.Of(command.Description),
        [
            .. command.Options
                .Concat(root.Options.Where(option => option.Recursive))
                .Where(option => !option.Hidden)
                .Select(Describe),
        ],
        [
            .. command.Arguments
                .SelectMany(argument => argument.GetCompletions(CompletionContext.Empty))
                .Select(item => item.Label),
        ]);

    private static Option Describe(System.CommandLine.Option option)
    {
        var takesValue = option.ValueType != typeof(bool) && option.ValueType != typeof(void);
        return new Option(
            [.. new[] { option.Name }.Concat(option.Aliases).Distinct().Where(IsTyped)],
            FirstSentence.Of(option.Description),
            takesValue ? option.HelpName ?? "VALUE" : null,
            takesValue ? [.. option.GetCompletions(CompletionContext.Empty).Select(item => item.Label)] : []);
    }

    /// <summary>Excludes the aliases /h and -? of --help.</summary>
    private static bool IsTyped(string name) => name is ['-', not '?', ..];
}
