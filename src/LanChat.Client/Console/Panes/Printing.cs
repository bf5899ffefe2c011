using LanChat.Client.Console.Screens;
using LanChat.Client.Sessions;
using LanChat.Protocol;
using LanChat.Texts;

namespace LanChat.Client.Console.Panes;

/// <summary>What is shown in the talk.</summary>
internal sealed class Printing(Ink ink)
{
    /// <summary>Time, a sign for one's own and for the room's own words, who said it, and text.</summary>
    public Entry Message(ChatMessage message, bool own, bool mentioned = false)
    {
        var lines = TerminalText.Lines(RoomVoice.TextOf(message));
        if (!Talk.IsByAPerson(message)) return Styled(lines, ink.Faint) with { Time = message.Time, Sign = " * " };

        var sign = own ? " ▸ " : "   ";
        if (message.Kind == MessageKind.Acted)
            return Styled(lines, text => ink.Nick(message.Nickname, text)) with { Time = message.Time, Sign = sign };
        var nickname = TerminalText.OneLine(message.Nickname);
        var speaker = own ? ink.Own(nickname) : ink.Nick(message.Nickname, nickname);
        var texts = lines.Select(line => mentioned ? ink.Mention(line) : new Piece(line)).ToArray();
        IReadOnlyList<Piece> first = [speaker, new Piece(": "), texts[0]];
        return new Entry([first, .. texts.Skip(1).Select(One)]) { Time = message.Time, Sign = sign };
    }

    public Entry Entered(string room, string address, string nickname) => new(
    [
        [
            ink.Strong($"── {TerminalText.OneLine(room)}"), ink.Faint($" ({TerminalText.OneLine(address)})"), ink.Strong(" ──"),
            new Piece($" {ScreenTexts.YouAre(TerminalText.OneLine(nickname))}"),
        ],
    ]);

    public Entry Notice(string text) => Styled(TerminalText.Lines(text), line => ink.Notice($"┃ {line}"));

    public Entry Members(IReadOnlyList<string> nicknames, int total)
    {
        var names = nicknames.SelectMany((name, at) => at == 0 ? One(Named(name)) : [new Piece(MemberTexts.BetweenNames), Named(name)]);
        return new Entry([[ink.Faint(MemberTexts.BeforeNames(total)), .. names, .. More(total - nicknames.Count)]]);
    }

    public Entry Remark(string text) => Styled(TerminalText.Lines(text), ink.Faint);

    /// <summary>A line that waits to be said.</summary>
    public Entry Waiting(string text) => Styled(TerminalText.Lines(text), ink.Faint) with { Sign = " … " };

    public Entry Problem(string text) => Styled(TerminalText.Lines(text), ink.Problem);

    private Piece Named(string nickname) => ink.Nick(nickname, TerminalText.OneLine(nickname));

    private Piece[] More(int count) => count > 0 ? [ink.Faint(MemberTexts.AndMore(count))] : [];

    private static Entry Styled(IReadOnlyList<string> lines, Func<string, Piece> style) => new([.. lines.Select(line => One(style(line)))]);

    private static Piece[] One(Piece piece) => [piece];
}
