using Akka.Actor;
using LanChat.Protocol;
using LanChat.Rooms;
using LanChat.Server.Broadcasts;

namespace LanChat.Server.Rooms;

/// <summary>
/// What is said between a room and those who connect to it. Everything from a connection carries it
/// as its sender. What a member wants of the room is said to it as the <see cref="ClientMessage"/>
/// it came as, and always answered with a <see cref="Turn"/>; from somebody who is not in the room
/// it is ignored.
/// </summary>
internal static class RoomProtocol
{
    /// <summary>The room can be reached at this address from now on, and its files there.</summary>
    public sealed record Open(PeerAddress Address, WebDoor? Web = null);

    /// <summary>
    /// Let me in; answered with <see cref="Joined"/> or <see cref="JoinRejected"/>.
    /// </summary>
    public sealed record Join(
        Nick Nick,
        PeerAddress Address,
        Nick? Otherwise = null,
        Numbering Numbering = Numbering.Counted,
        long? Since = null)
        : JoinRequest(Nick, Address, Otherwise, Numbering, Since)
    {
        /// <summary>
        /// Whether whoever asks adds to the <see cref="Receipts"/> of every turn.
        /// </summary>
        public bool SaysWhatItTook { get; init; }
    }

    /// <summary>You are in, by this name. Every <see cref="Turn"/> of the room follows.</summary>
    /// <param name="You">The name the room gave, which may differ from the one asked for.</param>
    /// <param name="Entrance">
    /// What the room shows a newcomer: history, notice, members; shared by all who enter in one
    /// turn.
    /// </param>
    /// <param name="IsYours">Whether the name belongs to the key that was proven.</param>
    public sealed record Joined(Member You, Turn Entrance, bool IsYours = false)
    {
        /// <summary>
        /// Which history the numbers of messages belong to (<see cref="LogId"/>).
        /// </summary>
        public string? Log { get; init; }
    }

    /// <summary>You can't come in.</summary>
    public sealed record JoinRejected(Refusal Reason);

    /// <summary>
    /// I go; answered with <see cref="Left"/> after the turn that holds the last of what I said.
    /// </summary>
    public sealed record Leave
    {
        public static readonly Leave Instance = new();
    }

    /// <summary>You are out: no turn follows.</summary>
    public sealed record Left
    {
        public static readonly Left Instance = new();
    }

    /// <summary>
    /// Let me know how many are in the room: answered with <see cref="MembersCounted"/>, now and
    /// when it changes.
    /// </summary>
    public sealed record CountMembers
    {
        public static readonly CountMembers Instance = new();
    }

    /// <summary>So many are in the room. Told no more often than the list of members.</summary>
    public sealed record MembersCounted(int Count);

    /// <summary>
    /// This file was uploaded: tell everyone of it, or one person. Answered with
    /// <see cref="UploadShared"/>, or the <see cref="Refusal"/>.
    /// </summary>
    /// <param name="File">The file; its link works.</param>
    /// <param name="By">
    /// The connection of who uploaded it; nobody when only the address is known.
    /// </param>
    /// <param name="From">Where it came from.</param>
    /// <param name="To">Who it is for; null for everyone.</param>
    public sealed record ShareUploaded(ChatFile File, IActorRef By, PeerAddress From, string? To);

    /// <summary>It is told.</summary>
    /// <param name="Address">
    /// The IP address of the one person it was for; null when it was for everyone.
    /// </param>
    public sealed record UploadShared(string? Address);

    /// <summary>The notice is now this.</summary>
    public sealed record ChangeNotice(string Text);

    /// <summary>Say goodbye to everyone; the room lets nobody in any more.</summary>
    public sealed record Close;

    /// <summary>The room sends you away; it forgets you.</summary>
    public sealed record Dismissed(Refusal Reason);
}
