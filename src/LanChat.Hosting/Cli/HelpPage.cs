using System.CommandLine;
using System.CommandLine.Completions;
using System.Text;
using LanChat.Texts;

namespace LanChat.Cli;

/// <summary>The output of <c>--help</c> for a command.</summary>
internal static class HelpPage
{
    private const string Indent = "  ";

    public static string Of(Command command, string program)
    {
        var arguments = command.Arguments.Where(argument => !argument.Hidden).ToArray();
        var inherited = command.Parents.OfType<Command>()
            .SelectMany(parent => parent.Options.Where(option => option.Recursive));
        var options = command.Options.Concat(inherited).Where(option => !option.Hidden).Distinct().ToArray();
        var commands = command.Subcommands.Where(one => !one.Hidden).ToArray();
        var page = new StringBuilder();
        page.Append($"{Columns.Wrap(command.Description ?? "", 0)}\n\n");
        page.Append($"{CommandLineTexts.Usage}\n{Indent}{Usage(command, program, arguments, commands.Length > 0)}\n");
        Append(
            CommandLineTexts.Arguments,
            [.. arguments.Select(argument => ($"<{argument.Name}>", argument.Description))]);
        Append(CommandLineTexts.Options, [.. options.Select(option => (Form(option), Meaning(option)))]);
        Append(CommandLineTexts.Commands, [.. commands.Select(one => (Form(one), FirstSentence.Of(one.Description)))]);
        return page.ToString();

        void Append(string title, IReadOnlyList<(string, string?)> rows)
        {
            if (rows.Count > 0) page.Append($"\n{title}\n{Columns.Of(rows)}");
        }
    }

    private static string Usage(Command command, string program, IEnumerable<Argument> arguments, bool hasCommands)
    {
        var words = new List<string> { program };
        if (command is not RootCommand) words.Add(command.Name);
        if (hasCommands) words.Add(CommandLineTexts.AnyCommand);
        words.AddRange(arguments.Select(Form));
        return string.Join(' ', words.Append(CommandLineTexts.AnyOptions));
    }

    private static string Form(Argument argument)
    {
        var values = string.Join('|', argument.GetCompletions(CompletionContext.Empty).Select(item => item.Label));
        var more = argument.Arity.MaximumNumberOfValues > 1 ? "..." : "";
        var form = $"<{(values.Length > 0 ? values : argument.Name)}>{more}";
        return argument.Arity.MinimumNumberOfValues == 0 ? $"[{form}]" : form;
    }

    private static string Form(Option option)
    {
        var names = string.Join(
            ", ", option.Aliases.Append(option.Name).Where(name => name[0] == '-').OrderBy(name => name.Length));
        return option.HelpName is { } value ? $"{names} <{value}>" : names;
    }

    private static string Form(Command command) =>
        string.Join(' ', command.Arguments.Select(Form).Prepend(command.Name));

    private static string? Meaning(Option option) =>
        option is { HasDefaultValue: true, Recursive: false } && option.ValueType != typeof(bool)
            ? $"{option.Description} {CommandLineTexts.Default($"{option.GetDefaultValue()}")}"
            : option.Description;
}
