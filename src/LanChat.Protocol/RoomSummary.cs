namespace LanChat.Protocol;

/// <summary>A room of the server, as a list of rooms shows it.</summary>
/// <param name="Key">The normalised name, by which rooms are compared.</param>
/// <param name="Name">The room name.</param>
/// <param name="Members">The number of members.</param>
/// <param name="Last">
/// The id of the newest message that a member said or shared, for unread counts.
/// </param>
public sealed record RoomSummary(string Key, string Name, int Members, long Last)
{
    /// <summary>What the room is about; empty: nothing was set.</summary>
    public string Topic { get; init; } = "";

    /// <summary>Who may enter.</summary>
    public EntryPolicy Entry { get; init; }

    /// <summary>The room's own port; null: none. Announced, and not sent to clients.</summary>
    public int? Port { get; init; }

    /// <summary>Whether it is the lobby, which clients enter that name no room.</summary>
    public bool IsLobby { get; init; }
}
