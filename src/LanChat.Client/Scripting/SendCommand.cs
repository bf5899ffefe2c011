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

/// <summary><c>send</c>: the line tool, without output.</summary>
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
        foreach (var option in options.RoomOptions) command.Add(option);
        command.SetAction(parsed =>
        {
            var words = TextIn(parsed, text);
            return new ScriptProgram(options, parsed).JoinAsync((room, nick, job, settings, makeSession) =>
                MakeJob(words, parsed.GetValue(to), room, nick, job, settings, makeSession));
        });
        return command;
    }

    /// <summary>Rejects mistyped options, which would otherwise be sent to everyone.</summary>
    private static string? TextIn(ParseResult parsed, Argument<string[]> text)
    {
        if (parsed.GetValue(text) is not { Length: > 0 } words) return null;
        var literal = parsed.Tokens.SkipWhile(token => token.Type != TokenType.DoubleDash).Skip(1).Count();
        if (words.SkipLast(literal).FirstOrDefault(IsOption) is { } option)
            throw new SettingsException(ScriptTexts.NoSuchOption(option));
        var all = string.Join(' ', words);
        return string.IsNullOrWhiteSpace(all) ? throw new SettingsException(ScriptTexts.TextIsEmpty) : all;
    }

    private static bool IsOption(string word) =>
        word is ['-', '-', ..] || (word is ['-', var letter, ..] && char.IsAsciiLetter(letter));

    private static Props MakeJob(
        string? text, string? to, RoomAddress room, Nick nick, ScriptJob job, ClientSettings settings,
        SessionFactory makeSession)
    {
        if (text is null && !Console.IsInputRedirected)
            new LineToolReport(job.Errors).Write(ScriptTexts.HowToType);
        var input = text is null ? Console.OpenStandardInput() : Stream.Null;
        return LineToolActor.Props(
            new LineToolJob(room, nick, input, TextWriter.Null, job.Errors, job.Exit) { Text = text, To = to },
            settings.Limits.Line, makeSession);
    }
}
