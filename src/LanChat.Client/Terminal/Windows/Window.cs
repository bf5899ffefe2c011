using LanChat.Client.Display;
using LanChat.Client.Terminal.Input;
using LanChat.Client.Terminal.Panes;
using LanChat.Client.Terminal.Screens;
using LanChat.Client.Views;
using LanChat.Protocol;
using LanChat.Texts;

namespace LanChat.Client.Terminal.Windows;

/// <summary>What stands in one window, and what is being typed there.</summary>
/// <param name="number">What the user knows it by.</param>
/// <param name="kept">How many entries of the talk are kept.</param>
/// <param name="ink">In which colours.</param>
internal sealed class Window(int number, int kept, Ink ink)
{
    private readonly Printing _printing = new(ink);
    private readonly UnreadCount _unread = new();
    private readonly Outgoing _outgoing = new(ink);

    public int Number => number;

    public Scrollback Talk { get; } = new(kept, ink);

    public LineEditor Editor { get; } = new();

    public InputHistory History { get; } = new();

    public Completion Completion { get; } = new();

    /// <summary>Who of those present is away.</summary>
    public IReadOnlyList<string> Away { get; private set; } = [];

    public Place? Place { get; private set; }

    /// <summary>What lies over the talk; null for nothing.</summary>
    public Overlay? Overlay { get; set; }

    /// <summary>Whether those who come and go are shown.</summary>
    public bool ShowsComings { get; set; } = true;

    public string Notice { get; private set; } = "";

    public string Prompt { get; private set; } = "";

    /// <summary>How much was said here since it was in sight.</summary>
    public int Unread => _unread.Messages;

    /// <summary>Whether some of it is for this user.</summary>
    public bool HasWordForMe => _unread.HasWordForMe;

    /// <summary>Shows this, if it is something to show.</summary>
    public bool Show(object shown, bool isInSight)
    {
        switch (shown)
        {
            case ViewProtocol.ShowMessage show: Show(show, isInSight); break;
            case ViewProtocol.ShowHole show: Talk.ShowHole(show.Hole, _printing.Remark(show.Text)); break;
            case ViewProtocol.Fill fill: Talk.Fill(fill.Hole, [.. fill.Messages.Where(IsShown).Select(Said)], Remark(fill.Left), Remark(fill.End)); break;
            case ViewProtocol.ShowNotice show: ShowNotice(show.Text); break;
            case ViewProtocol.ShowMembers show: Talk.Add(_printing.Members(show.Nicknames, show.Total)); break;
            case ViewProtocol.ShowEntered show: Talk.Add(_printing.Entered(show.Room, show.Address, show.Nickname)); break;
            case ViewProtocol.ShowRemark show: Talk.Add(_printing.Remark(show.Text)); break;
            case ViewProtocol.ShowHelp show: Overlay = new Overlay(ScreenTexts.Help, ScreenTexts.HowToLeaf, [.. _printing.Help(show.Text)]); break;
            case ViewProtocol.ShowFound { Lines: [] } show: Talk.Add(_printing.Remark(show.End)); break;
            case ViewProtocol.ShowFound show: Overlay = FoundIn(show); break;
            case ViewProtocol.GiveBack back: if (Editor.Text.Length == 0) Editor.Replace(back.Typed); break;
            case ViewProtocol.ForgetNumbers: Talk.ForgetNumbers(); break;
            case ViewProtocol.Clear: Talk.Clear(); break;
            case ViewProtocol.ShowWaiting show: _outgoing.Waiting = [.. show.Lines.Select(_printing.Waiting)]; break;
            case ViewProtocol.ShowTransfers show: _outgoing.Transfers = show.Transfers; break;
            case ViewProtocol.ShowProblem show: Talk.Add(_printing.Problem(show.Text)); break;
            case ViewProtocol.ShowPlace show: Place = show.Place; break;
            case ViewProtocol.ShowPresent show: (Completion.Names, Away) = (show.Names, show.Away); break;
            case ViewProtocol.Prompt prompt: Prompt = TerminalText.OneLine(prompt.Text); break;
            default: return false;
        }

        return true;
    }

    /// <summary>The talk, and below it what is on its way.</summary>
    public IReadOnlyList<Row> Rows(int cells, int height)
    {
        if (Overlay is { } overlay) return overlay.Rows(cells, height, ink);
        var below = _outgoing.Rows(cells, height);
        return below.Count == 0 ? Talk.Visible(cells, height) : [.. Talk.Visible(cells, height - below.Count), .. below];
    }

    /// <summary>The user looks here.</summary>
    public void ComeInSight()
    {
        _unread.Clear();
        Talk.Return();
    }

    /// <summary>The user looks elsewhere.</summary>
    public void GoOutOfSight() => Talk.MarkRead();

    /// <summary>Brings a message in sight.</summary>
    public void GoTo(ViewProtocol.GoTo place, int cells, int height)
    {
        Overlay = null;
        Talk.Include(
            [.. place.Around.Where(message => message.Message.Id == place.Id || IsShown(message)).Select(Said)],
            place.Behind is var (hole, text) ? _printing.Remark(text) with { Hole = hole } : null);
        Talk.GoTo(place.Id, place.Text, cells, height);
    }

    private static Overlay FoundIn(ViewProtocol.ShowFound show) => new(
        show.Head,
        ScreenTexts.HowToChoose,
        [.. show.Lines.Select(Printing.Found)],
        show.FirstNew)
    {
        Chosen = at => new ViewProtocol.Typed($"/show {at + 1}"),
        More = show.HasMore ? new ViewProtocol.Typed("/more") : null,
    };

    private Entry? Remark(string? text) => text is null ? null : _printing.Remark(text);

    private bool IsShown(ViewProtocol.ShowMessage show) => ShowsComings || show.Message.Kind is not (MessageKind.Joined or MessageKind.Left);

    private void Show(ViewProtocol.ShowMessage show, bool isInSight)
    {
        if (!IsShown(show)) return;
        Talk.Add(Said(show));
        if (isInSight || !Sessions.Talk.IsByAPerson(show.Message)) return;
        _unread.Add(show.ForMe);
    }

    private Entry Said(ViewProtocol.ShowMessage show) => _printing.Message(show.Message, show.Own, show.ForMe) with { Id = show.Message.Id, Zone = show.Message.Zone };

    private void ShowNotice(string text)
    {
        Notice = text;
        Talk.Add(_printing.Notice(text));
    }
}
