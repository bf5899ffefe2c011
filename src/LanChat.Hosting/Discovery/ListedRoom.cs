using LanChat.Protocol;

namespace LanChat.Discovery;

/// <summary>
/// A room that makes itself known. Its number stays the same as long as it is listed, so that it
/// can be chosen by it.
/// </summary>
/// <param name="Number">Its number in the list.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Address">Where it can be entered.</param>
/// <param name="Members">How many are in it; null: it does not say.</param>
/// <param name="Silence">
/// How long it was not heard of; zero as long as it was heard of when it should have been.
/// </param>
public sealed record ListedRoom(
    int Number, RoomName Name, PeerAddress Address, int? Members = null, TimeSpan Silence = default)
{
    /// <summary>Where its page for browsers is; null: it has none, or does not say.</summary>
    public WebDoor? Web { get; init; }

    /// <summary>Which history is its own (<see cref="LogId"/>); null: it does not say.</summary>
    public string? Log { get; init; }

    public bool IsFresh => Silence == TimeSpan.Zero;
}
