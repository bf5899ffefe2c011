using LanChat.Protocol;

namespace LanChat.Client.Sessions;

/// <summary>
/// Heuristics for servers of protocol version 1: replies carry no request id, and system messages
/// are room sentences.
/// </summary>
internal static class LegacyServer
{
    /// <summary>
    /// Whether the event answers this request, provided that it is the oldest unanswered one: the
    /// room answers every request, in order.
    /// </summary>
    public static bool IsAnsweredBy(this ClientMessage request, RoomEvent roomEvent, PeerAddress me) =>
        (request, roomEvent) switch
        {
            (_, RoomEvent.Refused { Reason.Closes: false }) => true,
            (ClientMessage.Say, RoomEvent.Spoken { Message: { Kind: MessageKind.Said } said }) => said.From == me,
            (ClientMessage.Act, RoomEvent.Spoken { Message: { Kind: MessageKind.Acted } act }) => act.From == me,
            (ClientMessage.Tell, RoomEvent.PrivateMessage { Message: { File: null } told }) => told.From == me,
            (ClientMessage.Tell, RoomEvent.StoredForLater) => true,
            (ClientMessage.Share { To: null }, RoomEvent.Spoken { Message: { Kind: MessageKind.File } file }) =>
                file.From == me,
            (ClientMessage.Share { To: not null }, RoomEvent.PrivateMessage { Message: { File: not null } file }) =>
                file.From == me,
            (ClientMessage.Rename, RoomEvent.NameChanged) => true,
            (ClientMessage.Ignore, RoomEvent.IgnoringChanged) => true,
            (ClientMessage.Away, RoomEvent.AwayShown { Members: [var absence] }) => absence.Member.Address == me,
            (ClientMessage.List, RoomEvent.MembersShown) => true,
            (ClientMessage.ReadHistory, RoomEvent.HistoryPage) => true,
            (ClientMessage.Search, RoomEvent.Found) => true,
            _ => false,
        };

    /// <summary>
    /// Whether this message announces the client's own join: the room sentence contains its
    /// address.
    /// </summary>
    public static bool IsOwnJoin(ChatMessage message, PeerAddress me) =>
        message.Text.Contains($"('{me.Ip}', {me.Port})", StringComparison.Ordinal);
}
