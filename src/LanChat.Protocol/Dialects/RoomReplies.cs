using System.Globalization;

namespace LanChat.Protocol.Dialects;

/// <summary>
/// Replies to one member as messages of the room, for dialects without a frame for them.
/// </summary>
internal static class RoomReplies
{
    /// <summary>The reply to <c>/help</c> in line mode.</summary>
    private const string Help =
        "/ls who is here · @name text says it to one person (@\"a b\" text, if the name has spaces) · /me text "
        + "· /nick name · /away text, and /away when you are back · /i shuts the group out, and in again "
        + "· //text says /text · /help";

    private const string RoomsHint = "/join room enters one; /help rooms has more.";

    private const string RoomHelp =
        "/rooms lists the rooms · /join room enters another one · /open room opens one · /topic text · /notice text "
        + "· /set name value · /invite · /role name role · /admit name · /reject name · /archive";

    /// <summary>
    /// Returns the reply as a message of the room; null if the event is not a reply.
    /// </summary>
    public static ChatMessage? Of(RoomEvent what) => what switch
    {
        RoomEvent.Refused refused => Say(refused.Reason.Text, refused.Room, refused.Time),
        RoomEvent.HelpGiven given => Say(given.IsAboutRooms ? RoomHelp : Help, given.Room, given.Time),
        RoomEvent.IgnoringChanged changed => Say(
            changed.IsIgnoring ? "The group is shut out: only private words reach you." : "The group is let in again.",
            changed.Room,
            changed.Time),
        RoomEvent.AwayNoted noted =>
            Say(noted.Text.Length > 0 ? $"You are away: {noted.Text}" : "You are back.", noted.Room, noted.Time),
        RoomEvent.StoredForLater stored =>
            Say($"{stored.To} is not here; what you said waits for them.", stored.Room, stored.Time),
        RoomEvent.RoomSwitched switched => Say($"You are in {switched.Name}.", switched.Server, switched.Time),
        RoomEvent.Done done => Say("Done.", done.Server, done.Time),
        RoomEvent.RoomsListed listed => Say(
            string.Join('\n', [.. listed.Rooms.Select(RoomLine), RoomsHint]), listed.Server, listed.Time),
        RoomEvent.InvitationGiven given => Say(
            string.Create(
                CultureInfo.InvariantCulture,
                $"Invitation: {given.Code}, for {given.Uses}, until {given.Until:yyyy-MM-dd HH:mm}."),
            given.Server,
            given.Time),
        RoomEvent.EntryRequestsShown shown when shown.Waiting.Count > 0 => Say(
            $"Waiting to enter: {string.Join(", ", shown.Waiting.Select(member => member.Nickname))}.",
            shown.Server,
            shown.Time),
        RoomEvent.MembersListed listed =>
            Say(string.Join(", ", listed.Members.Select(member => member.Nickname)), listed.Room, listed.Time),
        _ => null,
    };

    /// <summary>Tells a client that the requested nickname is taken.</summary>
    public static ChatMessage Of(RoomEvent.NameTaken taken) =>
        Say($"{taken.Wanted} is taken: you are {taken.Given}.", taken.Room, taken.Time);

    /// <summary>Returns a private message as text alone, marked as private.</summary>
    public static ChatMessage Private(RoomEvent.PrivateMessage told) =>
        RoomSentences.AsText(told.Message) with { Text = PrivateText(told) };

    private static string PrivateText(RoomEvent.PrivateMessage told) =>
        $"(private to {told.To.Nickname}) {RoomSentences.TextOf(told.Message)}";

    /// <summary>
    /// Returns the text of a message for dialects that have only text; an action is in the third
    /// person.
    /// </summary>
    public static string Text(ChatMessage message) =>
        message.Kind == MessageKind.Acted ? $"* {message.Nickname} {message.Text}" : RoomSentences.TextOf(message);

    private static string RoomLine(RoomSummary room) => string.Create(
        CultureInfo.InvariantCulture,
        $"{room.Name} ({room.Members}){(room.Topic.Length > 0 ? $": {room.Topic}" : "")}");

    private static ChatMessage Say(string text, PeerAddress room, DateTime time) =>
        new(0, MessageKind.Room, RoomSpeakers.System, room, text, time);
}
