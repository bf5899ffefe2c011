using LanChat.Protocol;

namespace LanChat.Client.Sessions;

/// <summary>What is to be read of a room's events: acts in the third person, private words marked as such.</summary>
internal static class Talk
{
    /// <summary>The message as it is shown; null when the event is none.</summary>
    public static ChatMessage? In(RoomEvent known) => known switch
    {
        RoomEvent.Spoken { Message: { Kind: MessageKind.Acted } act } => act with { Text = $"* {act.Nickname} {act.Text}" },
        RoomEvent.Spoken said => said.Message,
        RoomEvent.Told told => told.Message with { Text = $"(private to {told.To.Nickname}) {told.Message.Text}" },
        _ => null,
    };
}
