using System.CommandLine;
using System.CommandLine.Parsing;
using Akka.Actor;
using LanChat.Client.Scripting.LineTool;
using LanChat.Client.Sessions;
using LanChat.Client.Settings;
using LanChat.Protocol;
using LanChat.Settings;
using LanChat.Texts;

namespace LanChat.Client.Scripting;

/// <summary><c>send</c>: the line tool, which says something and prints nothing.</summary>
internal static class SendCommand
{
    public static Command Create(ScriptOptions options)
    {
        var text = new Argument<string[]>("TEXT")
        {
            Description = ScriptTexts.SendText,
            Arity = ArgumentArity.ZeroOrMore,
        };
        var to = new Option<string?>("--to") { Description = ScriptTexts.SendTo, HelpName = "NAME" };
        var command = new Command("send", ScriptTexts.SendPurpose) { text, to };
        foreach (var option in options.Whereabouts) command.Add(option);
        command.SetAction(parsed =>
        {
            var words = TextIn(parsed, text);
            return new ScriptProgram(options, parsed).EnterAsync((server, nick, job, settings, open) =>
                Say(words, parsed.GetValue(to), server, nick, job, settings, open));
        });
        return command;
    }

    /// <summary>A mistyped option is never said to everyone.</summary>
    private static string? TextIn(ParseResult parsed, Argument<string[]> text)
    {
        if (parsed.GetValue(text) is not { Length: > 0 } words) return null;
        var literal = parsed.Tokens.SkipWhile(token => token.Type != TokenType.DoubleDash).Skip(1).Count();
        if (words.SkipLast(literal).FirstOrDefault(LooksLikeAnOption) is { } option)
            throw new SettingsException(ScriptTexts.NoSuchOption(option));
        var all = string.Join(' ', words);
        return string.IsNullOrWhiteSpace(all) ? throw new SettingsException(ScriptTexts.TextIsEmpty) : all;
    }

    private static bool LooksLikeAnOption(string word) =>
        word is ['-', '-', ..] || (word is ['-', var letter, ..] && char.IsAsciiLetter(letter));

    private static Props Say(
        string? text, string? to, ServerAddress server, Nick nick, ScriptJob job, ClientSettings settings,
        SessionFactory open)
    {
        if (text is null && !Console.IsInputRedirected)
            new LineToolReport(job.Errors).Tell(ScriptTexts.HowToType);
        var input = text is null ? Console.OpenStandardInput() : Stream.Null;
        return LineToolActor.Props(
            new LineToolJob(server, nick, input, TextWriter.Null, job.Errors, job.Exit) { Text = text, To = to },
            settings.Limits.Line, open);
    }
}
