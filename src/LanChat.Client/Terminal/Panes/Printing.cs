using LanChat.Client.Display;
using LanChat.Client.Sessions;
using LanChat.Client.Terminal.Screens;
using LanChat.Protocol;
using LanChat.Texts;

namespace LanChat.Client.Terminal.Panes;

/// <summary>What is shown in the talk.</summary>
internal sealed class Printing(Ink ink)
{
    /// <summary>Time, a sign for one's own and for the room's own words, who said it, and text.</summary>
    public Entry Message(ChatMessage message, bool own, bool mentioned = false)
    {
        switch (message.System)
        {
            case SystemMessage.Joined { Member.Nickname: var name }: return Coming(Comings.Of(name, came: true), message.Time, ink);
            case SystemMessage.Left { Member.Nickname: var name }: return Coming(Comings.Of(name, came: false), message.Time, ink);
        }

        var lines = TerminalText.Lines(SystemTexts.TextOf(message));
        if (!Talk.IsByAPerson(message)) return Styled(lines, ink.Faint) with { Time = message.Time, Sign = " * " };

        var sign = own ? " ▸ " : "   ";
        if (message.Kind == MessageKind.Acted)
            return new Entry([.. lines.Select(line => Linked(ink.Nick(message.Nickname, line)))]) { Time = message.Time, Sign = sign };
        var nickname = TerminalText.OneLine(message.Nickname);
        var speaker = own ? ink.Own(nickname) : ink.Nick(message.Nickname, nickname);
        var texts = lines.Select(line => Linked(mentioned ? ink.Mention(line) : new Piece(line))).ToArray();
        IReadOnlyList<Piece> first = [speaker, new Piece(": "), .. texts[0]];
        return new Entry([first, .. texts.Skip(1)]) { Time = message.Time, Sign = sign };
    }

    /// <summary>Those who came and went.</summary>
    public static Entry Coming(Comings comings, DateTime time, Ink ink) => new([One(ink.Faint(comings.Text))]) { Time = time, Sign = " * ", Comings = comings };

    /// <summary>Both as one, where one came or went right after the other, on the same day; else null.</summary>
    public static Entry? Joined(Entry before, Entry after, Ink ink) =>
        before is { Comings: { } first, Time: { } time } && after is { Comings: { } then, Time: { } later } && time.Date == later.Date
            && (before.Zone == after.Zone || after.Zone is null)
            ? Coming(first.With(then), later, ink) with { Id = before.Id, LastId = after.LastId, Zone = before.Zone }
            : null;

    /// <summary>An entry for each line of help, so that those of two columns go on in the second.</summary>
    public IEnumerable<Entry> Help(string text) => TerminalText.Lines(text).Select(line => new Entry([One(new Piece(line))]));

    /// <summary>One of those that were found.</summary>
    public static Entry Found(string line) => new([One(new Piece(TerminalText.OneLine(line)))]) { Indent = 4 };

    public Entry Entered(string room, string address, string nickname) => new(
    [
        [
            ink.Strong($"── {TerminalText.OneLine(room)}"), ink.Faint($" ({TerminalText.OneLine(address)})"), ink.Strong(" ──"),
            new Piece($" {ScreenTexts.YouAre(TerminalText.OneLine(nickname))}"),
        ],
    ]);

    public Entry Notice(string text) => new([.. TerminalText.Lines(text).Select(line => Linked(ink.Notice($"┃ {line}")))]);

    public Entry Members(IReadOnlyList<string> nicknames, int total)
    {
        var names = nicknames.SelectMany((name, at) => at == 0 ? One(Named(name)) : [new Piece(MemberTexts.BetweenNames), Named(name)]);
        return new Entry([[ink.Faint(MemberTexts.BeforeNames(total)), .. names, .. More(total - nicknames.Count)]]);
    }

    public Entry Remark(string text) => Styled(TerminalText.Lines(text), ink.Faint);

    /// <summary>A line that waits to be said.</summary>
    public Entry Waiting(string text) => Styled(TerminalText.Lines(text), ink.Faint) with { Sign = " … " };

    public Entry Problem(string text) => Styled(TerminalText.Lines(text), ink.Problem);

    /// <summary>Each address of a page in a piece of its own.</summary>
    private static IReadOnlyList<Piece> Linked(Piece piece)
    {
        var (pieces, at) = (new List<Piece>(), 0);
        foreach (var (start, length) in Links.In(piece.Text))
        {
            if (start > at) pieces.Add(piece with { Text = piece.Text[at..start] });
            pieces.Add(piece with { Text = piece.Text.Substring(start, length), Link = piece.Text.Substring(start, length) });
            at = start + length;
        }

        if (at < piece.Text.Length || pieces.Count == 0) pieces.Add(piece with { Text = piece.Text[at..] });
        return pieces;
    }

    private Piece Named(string nickname) => ink.Nick(nickname, TerminalText.OneLine(nickname));

    private Piece[] More(int count) => count > 0 ? [ink.Faint(MemberTexts.AndMore(count))] : [];

    private static Entry Styled(IReadOnlyList<string> lines, Func<string, Piece> style) => new([.. lines.Select(line => One(style(line)))]);

    private static Piece[] One(Piece piece) => [piece];
}
