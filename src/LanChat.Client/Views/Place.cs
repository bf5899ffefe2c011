namespace LanChat.Client.Views;

/// <summary>The room of a window.</summary>
/// <param name="Room">Name of the room; its address while the name is unknown.</param>
/// <param name="Address">Address of the server.</param>
/// <param name="Nickname">The user's nickname there; null while unknown.</param>
/// <param name="Link">State of the connection.</param>
/// <param name="Latency">Round-trip time, if known.</param>
internal sealed record Place(string Room, string Address, string? Nickname, Link Link, TimeSpan? Latency = null)
{
    /// <summary>What the room is about; empty: nothing was set.</summary>
    public string Topic { get; init; } = "";

    /// <summary>
    /// The user's role, if it is more than that of most members; otherwise empty.
    /// </summary>
    public string Role { get; init; } = "";
}
