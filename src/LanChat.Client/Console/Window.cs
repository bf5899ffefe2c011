using LanChat.Client.Console.Panes;
using LanChat.Client.Console.Screens;
using LanChat.Client.Files;

namespace LanChat.Client.Console;

/// <summary>What stands in one window, and what is being typed there.</summary>
/// <param name="number">What the user knows it by.</param>
/// <param name="kept">How many entries of the talk are kept.</param>
/// <param name="ink">In which colours.</param>
internal sealed class Window(int number, int kept, Ink ink)
{
    private readonly Printing _printing = new(ink);
    private IReadOnlyList<Entry> _waiting = [];
    private IReadOnlyList<Transfer> _transfers = [];

    public int Number => number;

    public Scrollback Talk { get; } = new(kept, ink);

    public LineEditor Editor { get; } = new();

    public InputHistory History { get; } = new();

    public Completion Completion { get; } = new();

    /// <summary>Who of those present is away.</summary>
    public IReadOnlyList<string> Away { get; private set; } = [];

    public Place? Place { get; private set; }

    public string Notice { get; private set; } = "";

    public string Prompt { get; private set; } = "";

    /// <summary>How much was said here since it was in sight.</summary>
    public int Unread { get; private set; }

    /// <summary>Whether some of it is for this user.</summary>
    public bool HasWordForMe { get; private set; }

    /// <summary>Shows this, if it is something to show.</summary>
    public bool Show(object shown, bool isInSight)
    {
        switch (shown)
        {
            case ViewProtocol.ShowMessage show: Show(show, isInSight); break;
            case ViewProtocol.ShowHole show: Talk.ShowHole(show.Hole, _printing.Remark(show.Text)); break;
            case ViewProtocol.Fill fill: Talk.Fill(fill.Hole, [.. fill.Messages.Select(Said)], fill.Left is { } left ? _printing.Remark(left) : null); break;
            case ViewProtocol.ShowNotice show: ShowNotice(show.Text); break;
            case ViewProtocol.ShowMembers show: Talk.Add(_printing.Members(show.Nicknames, show.Total)); break;
            case ViewProtocol.ShowEntered show: Talk.Add(_printing.Entered(show.Room, show.Address, show.Nickname)); break;
            case ViewProtocol.ShowRemark show: Talk.Add(_printing.Remark(show.Text)); break;
            case ViewProtocol.ShowWaiting show: _waiting = [.. show.Lines.Select(_printing.Waiting)]; break;
            case ViewProtocol.ShowTransfers show: _transfers = show.Transfers; break;
            case ViewProtocol.ShowProblem show: Talk.Add(_printing.Problem(show.Text)); break;
            case ViewProtocol.ShowPlace show: Place = show.Place; break;
            case ViewProtocol.ShowPresent show: (Completion.Names, Away) = (show.Names, show.Away); break;
            case ViewProtocol.Prompt prompt: Prompt = TerminalText.OneLine(prompt.Text); break;
            default: return false;
        }

        return true;
    }

    /// <summary>The talk, and below it the files on their way and the last of what waits to be said, which take a third of the height each at most.</summary>
    public IReadOnlyList<Row> Rows(int cells, int height)
    {
        Row[] below =
        [
            .. _transfers.Take(height / 3).Select(transfer => TransferPane.Of(transfer, ink, cells)),
            .. _waiting.SelectMany(entry => entry.Rows(cells, ink)).TakeLast(height / 3),
        ];
        return below.Length == 0 ? Talk.Visible(cells, height) : [.. Talk.Visible(cells, height - below.Length), .. below];
    }

    /// <summary>The user looks here.</summary>
    public void ComeInSight()
    {
        (Unread, HasWordForMe) = (0, false);
        Talk.Return();
    }

    /// <summary>The user looks elsewhere.</summary>
    public void GoOutOfSight() => Talk.MarkRead();

    private void Show(ViewProtocol.ShowMessage show, bool isInSight)
    {
        Talk.Add(Said(show));
        if (isInSight || !Sessions.Talk.IsByAPerson(show.Message)) return;
        Unread++;
        HasWordForMe |= show.ForMe;
    }

    private Entry Said(ViewProtocol.ShowMessage show) => _printing.Message(show.Message, show.Own, show.ForMe) with { Id = show.Message.Id };

    private void ShowNotice(string text)
    {
        Notice = text;
        Talk.Add(_printing.Notice(text));
    }
}
