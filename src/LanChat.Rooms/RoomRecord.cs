using LanChat.Protocol;

namespace LanChat.Rooms;

/// <summary>What a server keeps about a room beside its history.</summary>
/// <param name="Name">The room name; rooms are compared by its key.</param>
public sealed record RoomRecord(RoomName Name)
{
    public RoomSettings Settings { get; init; } = new();

    /// <summary>
    /// Whether it is the room that clients enter that name none. It cannot be archived.
    /// </summary>
    public bool IsLobby { get; init; }

    /// <summary>Whether nobody enters it any more.</summary>
    public bool IsArchived { get; init; }

    /// <summary>
    /// Whether anybody has said anything in it. Rooms nobody speaks in do not stay.
    /// </summary>
    public bool HasSpoken { get; init; }

    /// <summary>The port that was assigned to the room; null: none.</summary>
    public int? Port { get; init; }

    /// <summary>When it was opened, UTC.</summary>
    public DateTime Opened { get; init; }

    /// <summary>The account of who opened it; null: nobody's.</summary>
    public string? Opener { get; init; }

    /// <summary>The roles by account; guests have none.</summary>
    public IReadOnlyDictionary<string, Role> Roles { get; init; } = new Dictionary<string, Role>();

    /// <summary>
    /// The last message before each account first entered; only where the history is for those
    /// who were there.
    /// </summary>
    public IReadOnlyDictionary<string, long> FirstEntries { get; init; } = new Dictionary<string, long>();

    /// <summary>The invitations that are still valid.</summary>
    public IReadOnlyList<Invitation> Invitations { get; init; } = [];

    /// <summary>Those who asked to enter.</summary>
    public IReadOnlyList<EntryRequest> Requests { get; init; } = [];

    /// <summary>The record after a change.</summary>
    public RoomRecord With(RoomChange change) => change switch
    {
        RoomChange.SettingsChanged changed => this with { Settings = changed.Settings },
        RoomChange.RoleGiven { Role: Role.Guest } given => this with { Roles = Without(Roles, given.Account) },
        RoomChange.RoleGiven given => this with { Roles = With(Roles, given.Account, given.Role) },
        RoomChange.FirstEntered first => this with { FirstEntries = With(FirstEntries, first.Account, first.After) },
        RoomChange.InvitationsChanged changed => this with { Invitations = changed.Invitations },
        RoomChange.RequestsChanged changed => this with { Requests = changed.Requests },
        RoomChange.PortAssigned assigned => this with { Port = assigned.Port },
        RoomChange.Spoken => this with { HasSpoken = true },
        RoomChange.Archived => this with { IsArchived = true },
        _ => throw new ArgumentOutOfRangeException(nameof(change), change, message: null),
    };

    /// <summary>
    /// The changes when an account becomes part of another one: its role, if that is the higher
    /// one, and its first entry, if that was the earlier one, are the other's.
    /// </summary>
    /// <param name="from">The account.</param>
    /// <param name="into">The other one; null: it becomes part of none.</param>
    public IReadOnlyList<RoomChange> Merge(string from, string? into)
    {
        List<RoomChange> changes = [];
        var hasRole = Roles.TryGetValue(from, out var role);
        if (hasRole) changes.Add(new RoomChange.RoleGiven(from, Role.Guest));
        if (into is null) return changes;
        if (hasRole && role > Roles.GetValueOrDefault(into)) changes.Add(new RoomChange.RoleGiven(into, role));
        if (FirstEntries.TryGetValue(from, out var first)
            && first < FirstEntries.GetValueOrDefault(into, long.MaxValue))
            changes.Add(new RoomChange.FirstEntered(into, first));
        return changes;
    }

    private static Dictionary<string, T> With<T>(IReadOnlyDictionary<string, T> all, string key, T value) =>
        new(all) { [key] = value };

    private static Dictionary<string, T> Without<T>(IReadOnlyDictionary<string, T> all, string key)
    {
        var rest = new Dictionary<string, T>(all);
        rest.Remove(key);
        return rest;
    }
}
