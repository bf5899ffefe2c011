using LanChat.Rooms;

namespace LanChat.Server.Storage;

/// <summary>A change of what the server keeps beside histories, to persist.</summary>
internal abstract record ServerChange
{
    private ServerChange()
    {
    }

    /// <summary>A room was opened.</summary>
    public sealed record RoomOpened(RoomRecord Record) : ServerChange;

    /// <summary>A room was changed.</summary>
    /// <param name="Room">The key of the room.</param>
    /// <param name="Change">The change.</param>
    public sealed record RoomChanged(string Room, RoomChange Change) : ServerChange;

    /// <summary>A room is gone.</summary>
    /// <param name="Room">The key of the room.</param>
    public sealed record RoomRemoved(string Room) : ServerChange;

    /// <summary>A private message is to be kept.</summary>
    public sealed record PrivateSent(StoredPrivateMessage Message) : ServerChange;

    /// <summary>Private messages before a time, UTC, are not kept any more.</summary>
    public sealed record PrivatePruned(DateTime Before) : ServerChange;

    /// <summary>An account has read something.</summary>
    public sealed record PositionMoved(ReadPosition To) : ServerChange;

    /// <summary>An account tells others what it has read, or does not.</summary>
    public sealed record SharingChanged(string Account, bool Shares) : ServerChange;

    /// <summary>The positions of an account are kept, or not any more.</summary>
    public sealed record KeepingChanged(string Account, bool Keeps) : ServerChange;

    /// <summary>
    /// An account became part of another one: its private messages are that one's, and its read
    /// positions are gone.
    /// </summary>
    public sealed record AccountMerged(string From, string Into, IReadOnlyList<MergedPair> Pairs) : ServerChange;

    /// <summary>The devices of an account were changed.</summary>
    public sealed record AccountChanged(AccountChange Change) : ServerChange;
}
