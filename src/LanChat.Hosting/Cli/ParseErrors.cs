using System.CommandLine;
using System.CommandLine.Completions;
using System.CommandLine.Parsing;
using LanChat.Texts;

namespace LanChat.Cli;

/// <summary>Describes parse errors of the command line in the user's language.</summary>
internal static class ParseErrors
{
    public static string Sentence(ParseError error, ParseResult parsed) => error.SymbolResult switch
    {
        CommandResult when parsed.UnmatchedTokens is [var unknown, ..] => CommandLineTexts.Unknown(unknown),
        OptionResult { Tokens.Count: 0 } option => CommandLineTexts.ValueMissing(option.Option.Name),
        OptionResult { Tokens.Count: > 1, IdentifierTokenCount: > 1 } option =>
            CommandLineTexts.GivenTwice(option.Option.Name),
        OptionResult { Tokens: [var value, ..] } option =>
            WrongValue(option.Option.Name, value, option.Option.GetCompletions(CompletionContext.Empty)),
        ArgumentResult { Tokens.Count: 0 } argument => CommandLineTexts.ArgumentMissing(argument.Argument.Name),
        ArgumentResult { Tokens: [var value, ..] } argument =>
            WrongValue(argument.Argument.Name, value, argument.Argument.GetCompletions(CompletionContext.Empty)),
        _ => error.Message,
    };

    private static string WrongValue(string name, Token value, IEnumerable<CompletionItem> possible) =>
        string.Join(", ", possible.Select(item => item.Label)) is { Length: > 0 } values
            ? CommandLineTexts.NotOneOf(name, value.Value, values)
            : CommandLineTexts.NotAValue(name, value.Value);
}
