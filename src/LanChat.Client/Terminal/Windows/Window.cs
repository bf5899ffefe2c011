using LanChat.Client.Chat;
using LanChat.Client.Display;
using LanChat.Client.Terminal.Input;
using LanChat.Client.Terminal.Screens;
using LanChat.Client.Terminal.Widgets;
using LanChat.Client.Views;
using LanChat.Protocol;
using LanChat.Texts;

namespace LanChat.Client.Terminal.Windows;

/// <summary>The content of one window and the text being typed there.</summary>
/// <param name="number">The number shown to the user.</param>
/// <param name="kept">Maximum number of entries in the scrollback.</param>
/// <param name="theme">The theme.</param>
internal sealed class Window(int number, int kept, Theme theme)
{
    // An invitation: who may use it, the link on one row or two, and the command.
    private const int RowsAboveQrCode = 4;

    private readonly EntryFormatter _formatter = new(theme);
    private readonly UnreadCount _unread = new();
    private readonly Outgoing _outgoing = new(theme);
    private readonly InputHistory _history = new();
    private readonly Completion _completion = new();
    private string _prompt = "";
    private bool _isSecret;

    public int Number => number;

    public Scrollback Transcript { get; } = new(kept, theme);

    /// <summary>The text being typed.</summary>
    public LineEditor Editor => Edit.Editor;

    /// <summary>The entered lines; a password leaves no trace.</summary>
    public InputHistory History => _isSecret ? new InputHistory() : _history;

    /// <summary>The completion list; a password is never completed.</summary>
    public Completion Completion => _isSecret ? new Completion() : _completion;

    /// <summary>The text being typed, as the screen shows it.</summary>
    public string ShownInput => _isSecret ? new string('•', Editor.Text.Length) : Editor.Text;

    /// <summary>The member list.</summary>
    public ViewProtocol.ShowPresent Present { get; private set; } = new([]);

    public Place? Place { get; private set; }

    /// <summary>Covers the transcript; null for none.</summary>
    public Overlay? Overlay { get; set; }

    /// <summary>Whether joins and leaves are shown.</summary>
    public bool ShowsJoinsAndLeaves { get; set; } = true;

    public string Notice { get; private set; } = "";

    /// <summary>The line at the top: the room's topic, and its notice.</summary>
    public string Header => Place is { Topic: { Length: > 0 } topic }
        ? Notice.Length > 0 ? $"{topic}\n{Notice}" : topic
        : Notice;

    /// <summary>The prompt before the input.</summary>
    public string Prompt => Edit.Prompt ?? _prompt;

    /// <summary>Whether the text being typed changes a message.</summary>
    public EditMode Edit { get; } = new();

    /// <summary>Whether the input must not be readable.</summary>
    public bool IsSecret => _isSecret;

    /// <summary>Number of unread messages.</summary>
    public int Unread => _unread.Messages;

    /// <summary>Whether one of them mentions the user or is private.</summary>
    public bool HasMention => _unread.HasMention;

    /// <summary>Handles a message of <see cref="ViewProtocol"/>; false if it is unknown.</summary>
    public bool Show(object shown, bool isActive)
    {
        switch (shown)
        {
            case ViewProtocol.ShowMessage show: Show(show, isActive); break;
            case EditProtocol.ShowChange show: Changes.Apply(show); Edit.Change(show); break;
            case ViewProtocol.ShowGap show: Transcript.ShowGap(show.Gap, _formatter.Remark(show.Text)); break;
            case ViewProtocol.FillGap fill:
                var messages = fill.Messages.Where(IsShown).Select(Said);
                Transcript.Fill(fill.Gap, [.. messages], Remark(fill.Left), Remark(fill.End));
                break;
            case ViewProtocol.ShowNotice show: ShowNotice(show.Text); break;
            case ViewProtocol.ShowMembers show: Transcript.Add(_formatter.Members(show.Nicknames, show.Total)); break;
            case ViewProtocol.ShowEntered show:
                Transcript.Add(_formatter.Entered(show.Room, show.Address, show.Nickname));
                break;
            case ViewProtocol.ShowRemark show: Transcript.Add(_formatter.Remark(show.Text)); break;
            case ViewProtocol.ShowHelp show:
                Overlay = new Overlay(ScreenTexts.Help, ScreenTexts.HowToLeaf, [.. _formatter.Help(show.Text)]);
                break;
            case ViewProtocol.ShowFound { Lines: [] } show: Transcript.Add(_formatter.Remark(show.End)); break;
            case ViewProtocol.ShowFound show: Overlay = FoundIn(show); break;
            case ViewProtocol.RestoreInput back: Edit.Restore(back.Typed); break;
            case EditProtocol.Refresh again: Changes.Refresh(again.Messages); break;
            case EditProtocol.SetEditable last: Edit.Last = last; break;
            case EditProtocol.Begin begin: Edit.Begin(begin.Message); break;
            case ViewProtocol.DropMessageIds: DropMessageIds(); break;
            case ViewProtocol.Clear: Transcript.Clear(); break;
            case ViewProtocol.ShowWaiting show: _outgoing.Waiting = [.. show.Lines.Select(_formatter.Waiting)]; break;
            case ViewProtocol.ShowTransfers show: _outgoing.Transfers = show.Transfers; break;
            case ViewProtocol.ShowProblem show: Transcript.Add(_formatter.Problem(show.Text)); break;
            case ViewProtocol.ShowPlace show: Place = show.Place; break;
            case ViewProtocol.MarkRead: Activate(); break;
            case ViewProtocol.ShowPermissions show: _completion.Permissions = show.Permissions; break;
            case ViewProtocol.ShowPresent show: (_completion.Names, Present) = (show.Names, show); break;
            case ViewProtocol.Prompt prompt: SetPrompt(prompt); break;
            default: return false;
        }

        return true;
    }

    /// <summary>
    /// Takes what was typed, and ends changing a message or a reply; null if nothing is left to do.
    /// </summary>
    public ViewProtocol.LineEntered? TakeLine()
    {
        var entered = new ViewProtocol.LineEntered(Editor.Text) { Edits = Edit.Message?.Id };
        Overlay = null;
        if (entered.Edits is not null)
        {
            var isChanged = Edit.IsChanged;
            Edit.End();
            return isChanged ? entered : null;
        }

        if (!RoomCommandList.HoldsPassword(entered.Text)) History.Add(entered.Text);
        Editor.Replace("");
        return Edit.EndReply(entered);
    }

    /// <summary>The message to reply to; null if there is none.</summary>
    public ViewProtocol.ShowMessage? Original(int cells, int height) =>
        Overlay is null && !_isSecret ? Transcript.Original(cells, height - _outgoing.Rows(cells, height).Count) : null;

    /// <summary>The visible part of the transcript, and the outgoing rows below it.</summary>
    public IReadOnlyList<Row> Rows(int cells, int height)
    {
        if (Overlay is { } overlay) return overlay.Rows(cells, height, theme);
        var below = _outgoing.Rows(cells, height);
        return below.Count == 0
            ? Transcript.Visible(cells, height)
            : [.. Transcript.Visible(cells, height - below.Count), .. below];
    }

    /// <summary>Marks the messages as read.</summary>
    public void Activate()
    {
        _unread.Clear();
        Transcript.ClearUnreadMark();
    }

    /// <summary>Sets the unread mark.</summary>
    public void Deactivate() => Transcript.SetUnreadMark();

    /// <summary>Inserts the messages around the target and scrolls to it.</summary>
    public void GoTo(ViewProtocol.GoTo place, int cells, int height)
    {
        Overlay = null;
        Changes.Refresh(place.Around);
        Transcript.InsertPage(
            [.. place.Around.Where(message => message.Message.Id == place.Id || IsShown(message)).Select(Said)],
            place.Behind is var (gap, text) ? _formatter.Remark(text) with { Gap = gap } : null);
        Transcript.GoTo(place.Id, place.Text, cells, height);
    }

    /// <summary>Draws the text as a QR code, if that leaves room for the remark above it.</summary>
    public void ShowQrCode(string text, int cells, int height)
    {
        var code = _formatter.QrCode(text);
        if (code.Lines.Count + RowsAboveQrCode <= height && code.Lines.All(line => new Row(line).Cells <= cells))
            Transcript.Add(code);
    }

    private static Overlay FoundIn(ViewProtocol.ShowFound show) => new(
        show.Head,
        ScreenTexts.HowToChoose,
        [.. show.Lines.Select(EntryFormatter.Found)],
        show.FirstNew)
    {
        Chosen = at => new ViewProtocol.LineEntered($"/show {at + 1}"),
        More = show.HasMore ? new ViewProtocol.LineEntered("/more") : null,
    };

    private ShownChanges Changes => new(Transcript, Said);

    private Entry? Remark(string? text) => text is null ? null : _formatter.Remark(text);

    private bool IsShown(ViewProtocol.ShowMessage show) =>
        ShowsJoinsAndLeaves || show.Message.Kind is not (MessageKind.Joined or MessageKind.Left);

    private void Show(ViewProtocol.ShowMessage show, bool isActive)
    {
        if (!IsShown(show)) return;
        Transcript.Add(Said(show));
        if (isActive || !Sessions.TranscriptMessage.IsFromMember(show.Message)) return;
        _unread.Add(show.ForMe);
    }

    private void DropMessageIds()
    {
        Transcript.DropMessageIds();
        Edit.End();
        Edit.EndReply();
    }

    private Entry Said(ViewProtocol.ShowMessage show) => _formatter.Message(show.Message, show.Own, show.ForMe) with
    {
        Id = show.Message.Id,
        Zone = show.Message.Zone,
        Shown = show.Message.IsTalk ? show : null,
    };

    /// <summary>What was typed of a password is dropped with its question.</summary>
    private void SetPrompt(ViewProtocol.Prompt prompt)
    {
        if (_isSecret && !prompt.IsSecret) Editor.Replace("");
        (_prompt, _isSecret) = (TerminalText.OneLine(prompt.Text), prompt.IsSecret);
    }

    private void ShowNotice(string text)
    {
        Notice = text;
        Transcript.Add(_formatter.Notice(text));
    }
}
