using LanChat.Protocol;
using LanChat.Texts;

namespace LanChat.Client.Sessions;

/// <summary>
/// What is to be read of a room's events: acts in the third person, private words marked as such.
/// </summary>
internal static class Talk
{
    /// <summary>The message as it is shown; null when the event is none.</summary>
    public static ChatMessage? In(RoomEvent known) => known switch
    {
        RoomEvent.Spoken said => Shown(said.Message),
        RoomEvent.Told told =>
            told.Message with { Text = $"(private to {told.To.Nickname}) {MessageWording.TextOf(told.Message)}" },
        _ => null,
    };

    /// <inheritdoc cref="In"/>
    public static ChatMessage Shown(ChatMessage message) =>
        message.Kind == MessageKind.Acted ? message with { Text = $"* {message.Nickname} {message.Text}" } : message;

    /// <summary>Whether somebody said or did it, and not the room.</summary>
    public static bool IsByAPerson(ChatMessage message) =>
        message.Kind is MessageKind.Said or MessageKind.Acted or MessageKind.Private or MessageKind.File;
}
