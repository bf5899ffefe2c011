namespace LanChat.Client.Views;

/// <summary>What the server lets the user do in a room.</summary>
/// <param name="HasRooms">Whether the server has rooms, and requests about them.</param>
/// <param name="May">The wire names of the actions that the user may do.</param>
internal sealed record RoomPermissions(bool HasRooms, IReadOnlyCollection<string> May)
{
    /// <summary>Outside a room, and on a server without rooms.</summary>
    public static readonly RoomPermissions None = new(false, []);

    /// <summary>Whether the user may change their messages and take them back.</summary>
    public bool CanEdit { get; init; }

    /// <summary>Whether the user may do that action; null: everybody may.</summary>
    public bool Allow(string? action) => action is null || May.Contains(action);
}
