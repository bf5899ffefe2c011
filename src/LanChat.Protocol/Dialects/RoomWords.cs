using LanChat.Protocol.Dialects.Native;

namespace LanChat.Protocol.Dialects;

/// <summary>
/// What the room answers one person, as a message, where a dialect has no form of its own for it.
/// </summary>
internal static class RoomWords
{
    /// <summary>The answer as the room's message; null when the event is none.</summary>
    public static ChatMessage? Of(RoomEvent what) => what switch
    {
        RoomEvent.Refused refused => Say(refused.Reason.Text, refused.Room, refused.Time),
        RoomEvent.HelpGiven given => Say(LineCommands.Help, given.Room, given.Time),
        RoomEvent.IgnoringChanged changed => Say(
            changed.IsIgnoring ? "The group is shut out: only private words reach you." : "The group is let in again.",
            changed.Room,
            changed.Time),
        RoomEvent.AwayNoted noted =>
            Say(noted.Text.Length > 0 ? $"You are away: {noted.Text}" : "You are back.", noted.Room, noted.Time),
        RoomEvent.Waits waits => Say($"{waits.To} is not here; what you said waits for them.", waits.Room, waits.Time),
        RoomEvent.MembersListed listed =>
            Say(string.Join(", ", listed.Members.Select(member => member.Nickname)), listed.Room, listed.Time),
        _ => null,
    };

    /// <summary>That the name somebody asked for is taken.</summary>
    public static ChatMessage Of(RoomEvent.NameTaken taken) =>
        Say($"{taken.Wanted} is taken: you are {taken.Given}.", taken.Room, taken.Time);

    /// <summary>A private message with nothing but its text, marked as such.</summary>
    public static ChatMessage Private(RoomEvent.Told told) =>
        RoomSentences.AsText(told.Message) with { Text = PrivateText(told) };

    private static string PrivateText(RoomEvent.Told told) =>
        $"(private to {told.To.Nickname}) {RoomSentences.TextOf(told.Message)}";

    /// <summary>
    /// What a message says where there is only text: acts are in the third person.
    /// </summary>
    public static string Text(ChatMessage message) =>
        message.Kind == MessageKind.Acted ? $"* {message.Nickname} {message.Text}" : RoomSentences.TextOf(message);

    private static ChatMessage Say(string text, PeerAddress room, DateTime time) =>
        new(0, MessageKind.Room, SpokenBy.System, room, text, time);
}
