using LanChat.Protocol;

namespace LanChat.Discovery;

/// <summary>
/// An announced room. It keeps its number while it is listed, so that users can choose it by
/// number.
/// </summary>
/// <param name="Number">The number in the list.</param>
/// <param name="Name">The room name.</param>
/// <param name="Address">The address to connect to.</param>
/// <param name="Members">The number of members; null if it is not announced.</param>
/// <param name="Silence">
/// The time since the last announcement; zero while announcements arrive in time.
/// </param>
public sealed record ListedRoom(
    int Number, RoomName Name, PeerAddress Address, int? Members = null, TimeSpan Silence = default)
{
    /// <summary>The endpoint of its page; null if it has none or does not announce it.</summary>
    public WebEndpoint? Web { get; init; }

    /// <summary>
    /// The log id of its history (<see cref="LogId"/>); null if it is not announced.
    /// </summary>
    public string? Log { get; init; }

    public bool IsFresh => Silence == TimeSpan.Zero;
}
