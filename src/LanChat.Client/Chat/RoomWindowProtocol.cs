using LanChat.Protocol;

namespace LanChat.Client.Chat;

/// <summary>
/// Messages between a <see cref="RoomWindowActor"/> and the <see cref="ChatActor"/>. <c>Typed</c>
/// is the user's input, for messages about it.
/// </summary>
internal static class RoomWindowProtocol
{
    /// <summary>Send this request to the room.</summary>
    public sealed record Send(ClientMessage Request, string Typed);

    /// <summary>
    /// Send this message to everyone, or take it as the answer to a pending question.
    /// </summary>
    public sealed record Say(string Text, string Typed);

    /// <summary>Cancel the pending question.</summary>
    public sealed record CancelQuestion
    {
        public static readonly CancelQuestion Instance = new();
    }

    /// <summary>Share this file with everyone, or with one member.</summary>
    public sealed record ShareFile(string Path, string? To, string Typed);

    /// <summary>
    /// Save the newest shared file with that name, or the newest of all if it is empty, in the
    /// working directory.
    /// </summary>
    public sealed record SaveFile(string Name, string Typed);

    /// <summary>Cancel all transfers.</summary>
    public sealed record CancelFiles
    {
        public static readonly CancelFiles Instance = new();
    }

    /// <summary>Show the room's notice again.</summary>
    public sealed record ShowNotice
    {
        public static readonly ShowNotice Instance = new();
    }

    /// <summary>Show the room's topic.</summary>
    public sealed record ShowTopic
    {
        public static readonly ShowTopic Instance = new();
    }

    /// <summary>Show the room's settings.</summary>
    public sealed record ShowSettings
    {
        public static readonly ShowSettings Instance = new();
    }

    /// <summary>Show help on this command, or on all that the user may do in the room.</summary>
    public sealed record ShowHelp(string? Topic);

    /// <summary>The user has scrolled to a gap: request the messages before that one.</summary>
    public sealed record FillGap(long Gap, long Before);

    /// <summary>
    /// Search the room's history; <c>Typed</c> is empty if the user only searched the transcript.
    /// </summary>
    public sealed record Search(SearchQuery Query, string Typed);

    /// <summary>Request more results of the search.</summary>
    public sealed record ContinueSearch(string Typed);

    /// <summary>Show the search result with this number.</summary>
    public sealed record ShowResult(int Number, string Typed);

    /// <summary>
    /// Leave the room, and show nothing more of it. Answered with <see cref="Ended"/> when no
    /// request is pending any more.
    /// </summary>
    public sealed record Leave
    {
        public static readonly Leave Instance = new();
    }

    /// <summary>The room was joined; <paramref name="Log"/> identifies its history.</summary>
    public sealed record Joined(string Log);

    /// <summary>The user was renamed.</summary>
    public sealed record Renamed(string Nickname);

    /// <summary>Whether the user is looking at the room.</summary>
    public sealed record SetShown(bool IsShown);

    /// <summary>What the user has been looking at for a moment is read.</summary>
    public sealed record MarkRead
    {
        public static readonly MarkRead Instance = new();
    }

    /// <summary>The user has read this far on another device.</summary>
    public sealed record ReadElsewhere(IReadOnlyList<ReadPlace> Places);

    /// <summary>The server lists its rooms.</summary>
    public sealed record RoomsListed(IReadOnlyList<RoomSummary> Rooms);

    /// <summary>The user has opened a room.</summary>
    public sealed record RoomOpened(string Name);

    /// <summary>The session is over; the actor stops.</summary>
    /// <param name="Refusal">Why the room refused this user; null if the user left.</param>
    /// <param name="Problems">Sentences about what was not sent, or may not have arrived.</param>
    public sealed record Ended(Refusal? Refusal, IReadOnlyList<string> Problems)
    {
        /// <summary>Id of the last message shown; 0 for none.</summary>
        public long Last { get; init; }
    }
}
