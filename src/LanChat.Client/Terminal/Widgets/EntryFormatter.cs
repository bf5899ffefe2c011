using LanChat.Cli;
using LanChat.Client.Display;
using LanChat.Client.Sessions;
using LanChat.Client.Terminal.Screens;
using LanChat.Protocol;
using LanChat.Texts;

namespace LanChat.Client.Terminal.Widgets;

/// <summary>Turns messages and other output into styled entries of the transcript.</summary>
internal sealed class EntryFormatter(Theme theme)
{
    /// <summary>
    /// Formats a message: time, a sign for own and system messages, sender, text.
    /// </summary>
    public Entry Message(ChatMessage message, bool own, bool mentioned = false)
    {
        switch (message.System)
        {
            case SystemMessage.Joined { Member.Nickname: var name }:
                return JoinsAndLeaves(JoinLeaveSummary.Of(name, joined: true), message.Time, theme);
            case SystemMessage.Left { Member.Nickname: var name }:
                return JoinsAndLeaves(JoinLeaveSummary.Of(name, joined: false), message.Time, theme);
        }

        if (message.IsGone)
        {
            var gone = own ? RoomTexts.YouTookBack : RoomTexts.TookBack(TerminalText.OneLine(message.Nickname));
            return Styled([gone], theme.Faint) with { Time = message.Time, Sign = " * " };
        }

        var lines = TerminalText.Lines(MessageWording.TextOf(message));
        if (!TranscriptMessage.IsFromMember(message))
            return Styled(lines, theme.Faint) with { Time = message.Time, Sign = " * " };

        var sign = own ? " ▸ " : "   ";
        TextSpan? tail = message.Edited > 0 ? theme.Faint(RoomTexts.Edited) : null;
        if (message.Kind == MessageKind.Acted)
        {
            return new Entry([.. lines.Select(line => Linked(theme.Nick(message.Nickname, line)))])
            {
                Time = message.Time,
                Sign = sign,
                Above = Original(message),
                Tail = tail,
            };
        }

        var nickname = TerminalText.OneLine(message.Nickname);
        var speaker = own ? theme.Own(nickname) : theme.Nick(message.Nickname, nickname);
        var texts = lines.Select(line => Linked(mentioned ? theme.Mention(line) : new TextSpan(line))).ToArray();
        IReadOnlyList<TextSpan> first = [speaker, new TextSpan(": "), .. texts[0]];
        return new Entry([first, .. texts.Skip(1)])
        {
            Time = message.Time,
            Sign = sign,
            Above = Original(message),
            Tail = tail,
        };
    }

    /// <summary>Formats a summary of joins and leaves.</summary>
    public static Entry JoinsAndLeaves(JoinLeaveSummary summary, DateTime time, Theme theme) =>
        new([One(theme.Faint(summary.Text))]) { Time = time, Sign = " * ", Summary = summary };

    /// <summary>
    /// Merges two consecutive summaries of the same day and UTC offset; otherwise null.
    /// </summary>
    public static Entry? Merge(Entry before, Entry after, Theme theme) =>
        before is { Summary: { } first, Time: { } time }
        && after is { Summary: { } then, Time: { } later }
        && time.Date == later.Date
            && (before.Zone == after.Zone || after.Zone is null)
            ? JoinsAndLeaves(first.With(then), later, theme) with
            {
                Id = before.Id,
                LastId = after.LastId,
                Zone = before.Zone,
            }
            : null;

    /// <summary>
    /// Makes one entry per line of help, so that two-column lines wrap within their second column.
    /// </summary>
    public IEnumerable<Entry> Help(string text) =>
        TerminalText.Lines(text).Select(line => new Entry([One(new TextSpan(line))]));

    /// <summary>Formats one search result.</summary>
    public static Entry Found(string line) => new([One(new TextSpan(TerminalText.OneLine(line)))]) { Indent = 4 };

    public Entry Entered(string room, string address, string nickname) => new(
    [
        [
            theme.Strong($"── {TerminalText.OneLine(room)}"),
            theme.Faint($" ({TerminalText.OneLine(address)})"),
            theme.Strong(" ──"),
            new TextSpan($" {ScreenTexts.YouAre(TerminalText.OneLine(nickname))}"),
        ],
    ]);

    public Entry Notice(string text) =>
        new([.. TerminalText.Lines(text).Select(line => Linked(theme.Notice($"┃ {line}")))]);

    public Entry Members(IReadOnlyList<string> nicknames, int total)
    {
        var names = nicknames.SelectMany((name, at) =>
            at == 0 ? One(Named(name)) : [new TextSpan(MemberTexts.BetweenNames), Named(name)]);
        return new Entry([[theme.Faint(MemberTexts.BeforeNames(total)), .. names, .. More(total - nicknames.Count)]]);
    }

    public Entry Remark(string text) => Styled(TerminalText.Lines(text), theme.Faint);

    /// <summary>Formats an unsent message.</summary>
    public Entry Waiting(string text) => Styled(TerminalText.Lines(text), theme.Faint) with { Sign = " … " };

    public Entry Problem(string text) => Styled(TerminalText.Lines(text), theme.Problem);

    /// <summary>Draws a text as a QR code.</summary>
    public Entry QrCode(string text) =>
        Styled(TerminalQrCode.Of(text).Split('\n'), theme.QrCode) with { IsDrawing = true };

    /// <summary>Splits the text so that every URL is a span of its own.</summary>
    private static IReadOnlyList<TextSpan> Linked(TextSpan span)
    {
        var (spans, at) = (new List<TextSpan>(), 0);
        foreach (var (start, length) in Links.In(span.Text))
        {
            if (start > at) spans.Add(span with { Text = span.Text[at..start] });
            var link = span.Text.Substring(start, length);
            spans.Add(span with { Text = link, Link = link });
            at = start + length;
        }

        if (at < span.Text.Length || spans.Count == 0) spans.Add(span with { Text = span.Text[at..] });
        return spans;
    }

    /// <summary>What a reply replies to.</summary>
    private TextSpan? Original(ChatMessage message) =>
        ReplyText.LineAbove(message) is { } line ? theme.Faint(line) : null;

    private TextSpan Named(string nickname) => theme.Nick(nickname, TerminalText.OneLine(nickname));

    private TextSpan[] More(int count) => count > 0 ? [theme.Faint(MemberTexts.AndMore(count))] : [];

    private static Entry Styled(IReadOnlyList<string> lines, Func<string, TextSpan> style) =>
        new([.. lines.Select(line => One(style(line)))]);

    private static TextSpan[] One(TextSpan span) => [span];
}
