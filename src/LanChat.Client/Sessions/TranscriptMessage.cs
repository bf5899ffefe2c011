using LanChat.Protocol;
using LanChat.Texts;

namespace LanChat.Client.Sessions;

/// <summary>
/// Messages as the transcript shows them: actions and changes in the third person, private messages
/// marked as such.
/// </summary>
internal static class TranscriptMessage
{
    /// <summary>The message of an event; null if it carries none.</summary>
    public static ChatMessage? Of(RoomEvent roomEvent) => roomEvent switch
    {
        RoomEvent.Spoken spoken => Of(spoken.Message),
        RoomEvent.PrivateMessage told =>
            told.Message with { Text = $"(private to {told.To.Nickname}) {MessageWording.TextOf(told.Message)}" },
        _ => null,
    };

    /// <summary>The message with the text to show.</summary>
    public static ChatMessage Of(ChatMessage message) => message switch
    {
        { IsGone: true } or { Kind: MessageKind.Recalled } =>
            message with { Text = $"* {RoomTexts.TookBack(message.Nickname)}" },
        { Kind: MessageKind.Edited } =>
            message with { Text = $"* {RoomTexts.Corrected(message.Nickname, message.Text)}" },
        { Kind: MessageKind.Acted } => message with { Text = $"* {message.Nickname} {message.Text}" },
        _ => message,
    };

    /// <summary>
    /// The text of such a message: after what it replies to, with a mark if it was changed.
    /// </summary>
    public static string TextOf(ChatMessage shown)
    {
        var text = ReplyText.InFrontOf(shown) + MessageWording.TextOf(shown);
        return shown.Edited > 0 ? text + RoomTexts.Edited : text;
    }

    /// <summary>The text of such a message as it was sent.</summary>
    public static string WithoutSender(ChatMessage shown)
    {
        var sender = $"* {shown.Nickname} ";
        return shown.Kind == MessageKind.Acted && shown.Text.StartsWith(sender, StringComparison.Ordinal)
            ? shown.Text[sender.Length..]
            : shown.Text;
    }

    /// <summary>Whether a member sent it, rather than the room itself.</summary>
    public static bool IsFromMember(ChatMessage message) => message.IsTalk || message.IsChange
        || message.Kind == MessageKind.Private;

    /// <summary>Whether its text names its sender.</summary>
    public static bool NamesSender(ChatMessage message) =>
        message.IsGone || message.IsChange || message.Kind == MessageKind.Acted;
}
