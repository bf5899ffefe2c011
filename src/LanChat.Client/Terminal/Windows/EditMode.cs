using LanChat.Client.Chat;
using LanChat.Client.Display;
using LanChat.Client.Sessions;
using LanChat.Client.Terminal.Input;
using LanChat.Client.Views;
using LanChat.Texts;

namespace LanChat.Client.Terminal.Windows;

/// <summary>
/// The input of a window: a new line, a reply, or a message being changed. After a change what was
/// typed before comes back.
/// </summary>
internal sealed class EditMode
{
    private string _draft = "";

    /// <summary>The text being typed.</summary>
    public LineEditor Editor { get; } = new();

    /// <summary>The message that can be changed by a key.</summary>
    public EditProtocol.SetEditable Last { get; set; } = new(null, default);

    /// <summary>The message being changed, as it was; null for none.</summary>
    public Editable? Message { get; private set; }

    /// <summary>The message being replied to; null for none.</summary>
    public ViewProtocol.ShowMessage? Original { get; private set; }

    /// <summary>The prompt of a change or a reply; null for a new line.</summary>
    public string? Prompt => Message is not null ? ScreenTexts.PromptEdit
        : Original is { Message.Nickname: var nickname } ? ScreenTexts.PromptReply(TerminalText.OneLine(nickname))
        : null;

    /// <summary>What the user does, and the keys that end it; null for a new line.</summary>
    public (string What, string HowTo)? Status => Message is not null ? (ScreenTexts.Editing, ScreenTexts.HowToEdit)
        : Original is { Message: var original }
            ? (ReplyText.LineOf(ReplyText.QuoteOf(original)), ScreenTexts.HowToReply)
            : null;

    /// <summary>Whether the text is no longer that of the message.</summary>
    public bool IsChanged => Message is { } message && Editor.Text != message.Text;

    /// <summary>Begins with the last message; false if there is none to be changed now.</summary>
    public bool TryBegin()
    {
        if (Last is not { Message: { } message } || Last.Until < DateTime.Now) return false;
        Begin(message);
        return true;
    }

    public void Begin(Editable message)
    {
        if (Message is null) _draft = Editor.Text;
        (Message, Original) = (message, null);
        Editor.Replace(message.Text);
    }

    /// <summary>Ends it, and puts back what was typed before.</summary>
    public void End()
    {
        if (Message is null) return;
        Message = null;
        Editor.Replace(_draft);
    }

    /// <summary>The text being typed is a reply to this message.</summary>
    public void Reply(ViewProtocol.ShowMessage original) => Original = original;

    /// <summary>Ends a reply; the text stays.</summary>
    public void EndReply() => Original = null;

    /// <summary>
    /// The line that was entered, as a command if it is a reply; null for a reply of nothing.
    /// </summary>
    public ViewProtocol.LineEntered? EndReply(ViewProtocol.LineEntered entered)
    {
        if (Original is not { Message.Id: var id }) return entered;
        EndReply();
        return string.IsNullOrWhiteSpace(entered.Text)
            ? null
            : new ViewProtocol.LineEntered(ReplyCommands.LineFor(id, entered.Text));
    }

    /// <summary>The message being replied to may have changed.</summary>
    public void Change(EditProtocol.ShowChange change)
    {
        if (Original is { } original && original.Message.Id == change.Change.Target) Original = original.After(change);
    }

    /// <summary>Puts a line back into the input, if nothing is typed.</summary>
    public void Restore(string line)
    {
        if (Message is not null && _draft.Length == 0) _draft = line;
        else if (Message is null && Editor.Text.Length == 0) Editor.Replace(line);
    }
}
