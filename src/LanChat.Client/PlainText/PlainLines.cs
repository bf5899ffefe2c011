using System.Globalization;
using LanChat.Client.Display;
using LanChat.Client.Sessions;
using LanChat.Client.Views;
using LanChat.Texts;

namespace LanChat.Client.PlainText;

/// <summary>Formats messages for the view as lines: one per event, safe to print.</summary>
internal static class PlainLines
{
    private const string LineSeparator = " / ";
    private const string Indent = "  ";

    /// <summary>Lines of a message; none for messages that only a screen shows.</summary>
    public static IEnumerable<string> Of(object shown) => shown switch
    {
        ViewProtocol.ShowMessage show => [OfMessage(show)],
        EditProtocol.ShowChange { Change: var change } =>
            [OfMessage(new ViewProtocol.ShowMessage(TranscriptMessage.Of(change), Own: false))],
        EditProtocol.Begin begin => [PlainTexts.Note(EditTexts.LastSaid(OnOneLine(begin.Message.Text)))],
        ViewProtocol.ShowNotice show => [PlainTexts.Notice(OnOneLine(show.Text))],
        ViewProtocol.ShowMembers show => [OfMembers(show.Nicknames, show.Total)],
        ViewProtocol.ShowEntered show =>
            [PlainTexts.Entered(OnOneLine(show.Room), OnOneLine(show.Address), OnOneLine(show.Nickname))],
        ViewProtocol.ShowRemark show => Prefixed(show.Text, PlainTexts.Note),
        ViewProtocol.ShowHelp show => Prefixed(show.Text, PlainTexts.Note),
        ViewProtocol.ShowFound show => Prefixed(
            string.Join('\n', [
                show.Lines.Count > 0 ? SearchTexts.FoundInLines : show.Head,
                .. show.Lines.Skip(show.FirstNew),
                show.End,
            ]),
            PlainTexts.Note),
        ViewProtocol.GoTo place => Prefixed(
            string.Join(
                '\n',
                place.Around.Select(show => (show.Message.Id == place.Id ? "▸ " : "  ") + OfMessage(show))
                    .Prepend(SearchTexts.Around)),
            PlainTexts.Note),
        ViewProtocol.ShowWaiting { InWords: { } text } => Prefixed(text, PlainTexts.Note),
        ViewProtocol.ShowTransfers { InWords: { } text } => Prefixed(text, PlainTexts.Note),
        ViewProtocol.ShowProblem show => Prefixed(show.Text, PlainTexts.Problem),
        _ => [],
    };

    /// <summary>Line of a question, without the colon before the answer.</summary>
    public static string OfQuestion(string question) => PlainTexts.Question(OnOneLine(question).TrimEnd(' ', ':', '：'));

    public static string OnOneLine(string text) =>
        string.Join(LineSeparator, TerminalText.Lines(text).Select(line => line.Trim()));

    private static string OfMessage(ViewProtocol.ShowMessage show)
    {
        var (message, nickname) = (show.Message, OnOneLine(show.Message.Nickname));
        var text = OnOneLine(TranscriptMessage.TextOf(message));
        var line = !TranscriptMessage.IsFromMember(message) || TranscriptMessage.NamesSender(message) ? text
            : show.ForMe ? PlainTexts.ForYou(nickname, text)
            : $"{nickname}: {text}";
        return string.Create(CultureInfo.InvariantCulture, $"{message.Time:HH:mm:ss} {line}");
    }

    private static string OfMembers(IReadOnlyList<string> nicknames, int total)
    {
        var names = string.Join(MemberTexts.BetweenNames, nicknames.Select(OnOneLine));
        return MemberTexts.BeforeNames(total) + names + (
            total > nicknames.Count ? MemberTexts.AndMore(total - nicknames.Count) : "");
    }

    /// <summary>Puts a prefix before the first line of a text, and indents the others.</summary>
    private static IEnumerable<string> Prefixed(string text, Func<string, string> prefix)
    {
        var lines = TerminalText.Lines(text);
        return lines.Skip(1).Select(line => Indent + line).Prepend(prefix(lines[0]));
    }
}
