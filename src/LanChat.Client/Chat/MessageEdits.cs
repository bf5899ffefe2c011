using LanChat.Client.Sessions;
using LanChat.Client.Views;
using LanChat.Protocol;
using LanChat.Texts;

namespace LanChat.Client.Chat;

/// <summary>
/// Changes the user's messages and takes them back. A command about a message that is still being
/// sent waits until the room has it.
/// </summary>
/// <param name="presenter">Knows the user's messages.</param>
/// <param name="room">Output of the window.</param>
/// <param name="unsent">What is shown as unsent.</param>
/// <param name="send">Sends a request.</param>
internal sealed class MessageEdits(
    RoomPresenter presenter, RoomOutput room, UnsentMessages unsent, Action<OutgoingRequest> send)
{
    private readonly List<OutgoingRequest> _pending = [];
    private readonly List<(OutgoingRequest After, OutgoingRequest Command)> _waiting = [];
    private EditProtocol.SetEditable _shown = new(null, default);

    /// <summary>A sentence for each command that still waits for its message.</summary>
    public IEnumerable<string> Problems => _waiting.Select(one => JoinTexts.NotSent(one.Command.Text));

    private TimeSpan EditTime => presenter.Rules.EditTime;

    /// <summary>Handles a command.</summary>
    /// <param name="request">The request; without a message id it is about the last one.</param>
    /// <param name="typed">The user's input.</param>
    public void Handle(ClientMessage.MessageRequest request, string typed)
    {
        if (request is { MessageId: 0 } && _pending is [.., var last]) Wait(last, new OutgoingRequest(request, typed));
        else if (EditTime == TimeSpan.Zero && presenter.IsConnected) room.ShowProblem(EditTexts.NotAllowed);
        else if (request is ClientMessage.Edit { MessageId: > 0 and var id, Text: var text }) Edit(id, text);
        else if ((request is ClientMessage.Recall ? presenter.Own.Last : presenter.Own.LastText) is { } message)
            Handle(request, typed, message);
        else room.ShowProblem(EditTexts.NothingSaid);
    }

    /// <summary>A request is given to the session.</summary>
    public void Add(OutgoingRequest request)
    {
        if (TextOf(request) is not null) _pending.Add(request);
    }

    /// <summary>Requests were answered or are lost.</summary>
    public void Remove(IEnumerable<OutgoingRequest> requests)
    {
        foreach (var request in requests)
        {
            if (_pending.RemoveAll(one => ReferenceEquals(one, request)) == 0) continue;
            var waiting = _waiting.Where(one => ReferenceEquals(one.After, request)).ToArray();
            _waiting.RemoveAll(one => ReferenceEquals(one.After, request));
            foreach (var (_, command) in waiting) HandleSaid(command, TextOf(request)!);
        }
    }

    /// <summary>
    /// Shows what the room has told. Before that, which message can be changed by a key now: the
    /// user may press it as soon as they see the message.
    /// </summary>
    public void Show(IEnumerable<object> told)
    {
        object[] all = [.. told];
        ShowEditable();
        foreach (var shown in all) room.Show(shown);
    }

    private static string? TextOf(OutgoingRequest request) => request.Message switch
    {
        ClientMessage.Say say => say.Text,
        ClientMessage.Act act => act.Text,
        _ => null,
    };

    private void ShowEditable()
    {
        var last = EditTime > TimeSpan.Zero ? presenter.Own.LastText : null;
        var shown = new EditProtocol.SetEditable(
            last is null ? null : new Editable(last.Id, last.Text), last is null ? default : last.Time + EditTime);
        if (shown == _shown) return;
        _shown = shown;
        room.Show(shown);
    }

    private void Wait(OutgoingRequest message, OutgoingRequest command)
    {
        _waiting.Add((message, command));
        if (presenter.IsConnected) return;
        unsent.Add(command);
        room.Show(new ViewProtocol.ShowWaiting(unsent.Texts, JoinTexts.Kept(command.Text)));
    }

    /// <summary>
    /// Handles a command about a message that the room has got meanwhile, or refused.
    /// </summary>
    private void HandleSaid(OutgoingRequest command, string text)
    {
        var (request, typed) = ((ClientMessage.MessageRequest)command.Message, command.Text);
        if (unsent.Remove([command])) room.Show(new ViewProtocol.ShowWaiting(unsent.Texts));
        if (EditTime == TimeSpan.Zero) room.ShowProblem(EditTexts.NotAllowed);
        else if (presenter.Own.Find(message => message.Text == text) is { } said) Handle(request, typed, said);
        else room.ShowProblem(JoinTexts.NotDone(EditTexts.NotThere, typed));
    }

    private void Handle(ClientMessage.MessageRequest request, string typed, ChatMessage message)
    {
        switch (request)
        {
            case ClientMessage.Recall: send(new OutgoingRequest(new ClientMessage.Recall(message.Id), typed)); break;
            case ClientMessage.Edit { Text: "" }:
                room.Show(new EditProtocol.Begin(new Editable(message.Id, message.Text)));
                break;
            case ClientMessage.Edit edit: Edit(message.Id, edit.Text); break;
            case ClientMessage.Correct correct when !message.Text.Contains(correct.Wrong, StringComparison.Ordinal):
                room.ShowProblem(EditTexts.NotInIt(correct.Wrong));
                break;
            case ClientMessage.Correct correct: Edit(message.Id, correct.In(message.Text), typed); break;
        }
    }

    private void Edit(long message, string text, string? typed = null)
    {
        if (string.IsNullOrWhiteSpace(text)) room.ShowProblem(EditTexts.Empty);
        else
            send(new OutgoingRequest(
                presenter.Complete(new ClientMessage.Edit(message, text)), typed ?? $"/edit {text}"));
    }
}
