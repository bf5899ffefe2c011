using LanChat.Client.Terminal.Input;
using LanChat.Client.Views;

namespace LanChat.Client.Terminal.Windows;

/// <summary>
/// The input of a window: a new line, or a message being changed. Afterwards what was typed before
/// comes back.
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
        Message = message;
        Editor.Replace(message.Text);
    }

    /// <summary>Ends it, and puts back what was typed before.</summary>
    public void End()
    {
        if (Message is null) return;
        Message = null;
        Editor.Replace(_draft);
    }

    /// <summary>Puts a line back into the input, if nothing is typed.</summary>
    public void Restore(string line)
    {
        if (Message is not null && _draft.Length == 0) _draft = line;
        else if (Message is null && Editor.Text.Length == 0) Editor.Replace(line);
    }
}
