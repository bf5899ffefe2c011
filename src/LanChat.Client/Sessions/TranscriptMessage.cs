using LanChat.Protocol;
using LanChat.Texts;

namespace LanChat.Client.Sessions;

/// <summary>
/// Messages as the transcript shows them: actions in the third person, private messages marked as
/// such.
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
    public static ChatMessage Of(ChatMessage message) =>
        message.Kind == MessageKind.Acted ? message with { Text = $"* {message.Nickname} {message.Text}" } : message;

    /// <summary>Whether a member sent it, rather than the room itself.</summary>
    public static bool IsFromMember(ChatMessage message) =>
        message.Kind is MessageKind.Said or MessageKind.Acted or MessageKind.Private or MessageKind.File;
}
