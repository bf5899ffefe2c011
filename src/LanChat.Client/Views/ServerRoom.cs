namespace LanChat.Client.Views;

/// <summary>A room of the server that the user is connected to.</summary>
/// <param name="Number">The number in the list.</param>
/// <param name="Name">The room name.</param>
/// <param name="Members">The number of members.</param>
internal sealed record ServerRoom(int Number, string Name, int Members)
{
    /// <summary>What the room is about; empty: nothing was set.</summary>
    public string Topic { get; init; } = "";

    /// <summary>
    /// Number of messages since the user left the room; 0 if they are in it or never were.
    /// </summary>
    public long Unread { get; init; }
}
