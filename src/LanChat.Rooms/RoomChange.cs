using LanChat.Protocol;

namespace LanChat.Rooms;

/// <summary>
/// A change of a <see cref="RoomRecord"/>, to persist. Applying it is idempotent.
/// </summary>
public abstract record RoomChange
{
    private RoomChange()
    {
    }

    /// <summary>The settings were changed.</summary>
    public sealed record SettingsChanged(RoomSettings Settings) : RoomChange;

    /// <summary>An account was given a role, or <see cref="Role.Guest"/>: none.</summary>
    public sealed record RoleGiven(string Account, Role Role) : RoomChange;

    /// <summary>An account entered for the first time, after this message.</summary>
    public sealed record FirstEntered(string Account, long After) : RoomChange;

    /// <summary>Invitations were made, used or have expired.</summary>
    public sealed record InvitationsChanged(IReadOnlyList<Invitation> Invitations) : RoomChange;

    /// <summary>Somebody asked to enter, or was answered.</summary>
    public sealed record RequestsChanged(IReadOnlyList<EntryRequest> Requests) : RoomChange;

    /// <summary>Somebody spoke for the first time.</summary>
    public sealed record Spoken : RoomChange;

    /// <summary>A port was assigned to the room.</summary>
    public sealed record PortAssigned(int Port) : RoomChange;

    /// <summary>The room was archived.</summary>
    public sealed record Archived : RoomChange;
}
