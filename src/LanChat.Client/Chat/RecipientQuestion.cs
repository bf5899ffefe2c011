using LanChat.Client.Views;
using LanChat.Protocol;
using LanChat.Protocol.Dialects.Native;
using LanChat.Texts;

namespace LanChat.Client.Chat;

/// <summary>
/// Sends messages to everyone. Asks once whether a message that begins with a mention is meant for
/// that member only.
/// </summary>
/// <param name="mentionNotice">Whether the user is still to be asked.</param>
/// <param name="presenter">Provides the prompt to restore after the question.</param>
/// <param name="room">Shows the question.</param>
/// <param name="send">Sends a request; the second argument is the user's input.</param>
internal sealed class RecipientQuestion(
    MentionNotice mentionNotice, RoomPresenter presenter, RoomOutput room, Action<ClientMessage, string> send)
{
    private const string Everyone = "1";
    private const string OnePerson = "2";
    private static readonly char[] NameTerminators = [',', ':', '，', '：'];

    private (ClientMessage.Tell Privately, string Text, string Typed)? _pending;

    /// <summary>Sends a message, or handles the answer to a pending question.</summary>
    public void HandleMessage(string text, string typed)
    {
        if (_pending is { } pending) Answer(typed.Trim(), pending);
        else if (mentionNotice.IsPending && AddressedTo(text) is { } privately) Ask(privately, text, typed);
        else send(new ClientMessage.Say(text), typed);
    }

    /// <summary>Cancels the question without sending; the next such message asks again.</summary>
    public void Cancel()
    {
        if (_pending is not { } pending) return;
        _pending = null;
        room.ShowProblem(JoinTexts.NotSent(pending.Typed));
        room.Show(presenter.Prompt);
        room.Show(new ViewProtocol.RestoreInput(pending.Typed));
    }

    private void Ask(ClientMessage.Tell privately, string text, string typed)
    {
        _pending = (privately, text, typed);
        room.Show(new ViewProtocol.ShowProblem(RoomWindowTexts.WhomDoYouMean(privately.To)));
        room.Show(new ViewProtocol.Prompt(RoomWindowTexts.PromptWhom(privately.To), IsQuestion: true));
    }

    private void Answer(string answer, (ClientMessage.Tell Privately, string Text, string Typed) pending)
    {
        if (answer is not (Everyone or OnePerson))
        {
            Cancel();
            return;
        }

        _pending = null;
        mentionNotice.Acknowledge();
        room.Show(presenter.Prompt);
        send(answer == Everyone ? new ClientMessage.Say(pending.Text) : pending.Privately, pending.Typed);
    }

    /// <summary>
    /// The private message that earlier versions would have sent; null if the text is clearly for
    /// everyone.
    /// </summary>
    private static ClientMessage.Tell? AddressedTo(string text) =>
        LineCommands.Address(text) is ClientMessage.Tell { Text: var message } tell
        && !string.IsNullOrWhiteSpace(message)
        && tell.To.TrimEnd(NameTerminators) is { Length: > 0 } name && !Mentions.IsEveryone(name)
            ? tell with { To = name }
            : null;
}
