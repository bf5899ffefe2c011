using System.Globalization;
using LanChat.Client.Display;
using LanChat.Client.Sessions;
using LanChat.Client.Views;
using LanChat.Protocol;
using LanChat.Texts;

namespace LanChat.Client.PlainText;

/// <summary>What is to be shown, as lines: one for each event, safe to print.</summary>
internal static class PlainLines
{
    private const string BetweenLines = " / ";
    private const string Indent = "  ";

    /// <summary>Nothing, of what is not for the eyes of people who listen.</summary>
    public static IEnumerable<string> Of(object shown) => shown switch
    {
        ViewProtocol.ShowMessage show => [OfMessage(show)],
        ViewProtocol.ShowNotice show => [PlainTexts.Notice(OnOneLine(show.Text))],
        ViewProtocol.ShowMembers show => [OfMembers(show.Nicknames, show.Total)],
        ViewProtocol.ShowEntered show =>
            [PlainTexts.Entered(OnOneLine(show.Room), OnOneLine(show.Address), OnOneLine(show.Nickname))],
        ViewProtocol.ShowRemark show => First(show.Text, PlainTexts.Note),
        ViewProtocol.ShowHelp show => First(show.Text, PlainTexts.Note),
        ViewProtocol.ShowFound show => First(
            string.Join('\n', [
                show.Lines.Count > 0 ? SearchTexts.FoundInLines : show.Head,
                .. show.Lines.Skip(show.FirstNew),
                show.End,
            ]),
            PlainTexts.Note),
        ViewProtocol.GoTo place => First(
            string.Join(
                '\n',
                place.Around.Select(said => (said.Message.Id == place.Id ? "▸ " : "  ") + OfMessage(said))
                    .Prepend(SearchTexts.Around)),
            PlainTexts.Note),
        ViewProtocol.ShowWaiting { InWords: { } words } => First(words, PlainTexts.Note),
        ViewProtocol.ShowTransfers { InWords: { } words } => First(words, PlainTexts.Note),
        ViewProtocol.ShowProblem show => First(show.Text, PlainTexts.Problem),
        _ => [],
    };

    /// <summary>The line of a question, without the sign that parts it from the answer.</summary>
    public static string OfQuestion(string question) => PlainTexts.Question(OnOneLine(question).TrimEnd(' ', ':', '：'));

    public static string OnOneLine(string text) =>
        string.Join(BetweenLines, TerminalText.Lines(text).Select(line => line.Trim()));

    private static string OfMessage(ViewProtocol.ShowMessage show)
    {
        var (message, nickname) = (show.Message, OnOneLine(show.Message.Nickname));
        var text = OnOneLine(MessageWording.TextOf(message));
        var said = !TranscriptMessage.IsFromMember(message) || message.Kind == MessageKind.Acted ? text
            : show.ForMe ? PlainTexts.ForYou(nickname, text)
            : $"{nickname}: {text}";
        return string.Create(CultureInfo.InvariantCulture, $"{message.Time:HH:mm:ss} {said}");
    }

    private static string OfMembers(IReadOnlyList<string> nicknames, int total)
    {
        var names = string.Join(MemberTexts.BetweenNames, nicknames.Select(OnOneLine));
        return MemberTexts.BeforeNames(total) + names + (
            total > nicknames.Count ? MemberTexts.AndMore(total - nicknames.Count) : "");
    }

    /// <summary>
    /// What has lines of its own, such as help, keeps them; the word in front is said once.
    /// </summary>
    private static IEnumerable<string> First(string text, Func<string, string> named)
    {
        var lines = TerminalText.Lines(text);
        return lines.Skip(1).Select(line => Indent + line).Prepend(named(lines[0]));
    }
}
