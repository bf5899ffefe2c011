using LanChat.Protocol;

namespace LanChat.Client.Sessions;

/// <summary>
/// What can only be guessed of a server that speaks version 1 of the protocol: its answers carry no
/// id, and what the room says are sentences, which are shown as they come.
/// </summary>
internal static class OldServer
{
    /// <summary>
    /// Whether this answers the wish, if it is the oldest that was not answered: the room answers
    /// everything, in the order it was asked.
    /// </summary>
    public static bool IsAnsweredBy(this ClientMessage wish, RoomEvent known, PeerAddress me) => (wish, known) switch
    {
        (_, RoomEvent.Refused { Reason.Closes: false }) => true,
        (ClientMessage.Say, RoomEvent.Spoken { Message: { Kind: MessageKind.Said } said }) => said.From == me,
        (ClientMessage.Act, RoomEvent.Spoken { Message: { Kind: MessageKind.Acted } act }) => act.From == me,
        (ClientMessage.Tell, RoomEvent.Told { Message: { File: null } told }) => told.From == me,
        (ClientMessage.Tell, RoomEvent.Waits) => true,
        (ClientMessage.Share { To: null }, RoomEvent.Spoken { Message: { Kind: MessageKind.File } file }) =>
            file.From == me,
        (ClientMessage.Share { To: not null }, RoomEvent.Told { Message: { File: not null } file }) => file.From == me,
        (ClientMessage.Rename, RoomEvent.NameChanged) => true,
        (ClientMessage.Ignore, RoomEvent.IgnoringChanged) => true,
        (ClientMessage.Away, RoomEvent.AwayShown { Members: [var absence] }) => absence.Member.Address == me,
        (ClientMessage.List, RoomEvent.MembersShown) => true,
        (ClientMessage.Look, RoomEvent.PageShown) => true,
        (ClientMessage.Search, RoomEvent.Found) => true,
        _ => false,
    };

    /// <summary>
    /// Whether the room says that we came in: its sentence has our address in it.
    /// </summary>
    public static bool IsEntering(ChatMessage message, PeerAddress me) =>
        message.Text.Contains($"('{me.Ip}', {me.Port})", StringComparison.Ordinal);
}
