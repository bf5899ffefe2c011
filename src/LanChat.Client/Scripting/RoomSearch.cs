using System.Net;
using LanChat.Discovery;
using LanChat.Protocol;
using LanChat.Texts;

namespace LanChat.Client.Scripting;

/// <summary>Which room is meant by a name. Case makes no difference.</summary>
/// <param name="Name">The name.</param>
/// <param name="Settling">After so long every room that is there was heard.</param>
/// <param name="Wait">How long is waited at most for one of that name.</param>
/// <param name="Own">This computer's addresses, besides loopback.</param>
internal sealed record RoomSearch(RoomName Name, TimeSpan Settling, TimeSpan Wait, IReadOnlySet<IPAddress> Own)
{
    private const double MoreThanOneInterval = 1.25;

    public static RoomSearch Of(RoomName name, TimeSpan interval, TimeSpan wait, IReadOnlySet<IPAddress> own) =>
        new(name, SettlingAfter(interval), wait, own);

    /// <summary>
    /// After so long every room that is there was heard, where each makes itself known once in an
    /// interval.
    /// </summary>
    public static TimeSpan SettlingAfter(TimeSpan interval) => interval * MoreThanOneInterval;

    /// <summary>
    /// Those of that name, each once: one that is in several networks is heard in each. Where it
    /// does not say which history is its own, that is known of rooms on this computer only.
    /// </summary>
    public IReadOnlyList<ListedRoom> In(IReadOnlyList<ListedRoom> rooms) =>
    [
        .. rooms
            .Where(room => string.Equals(room.Name.Text, Name.Text, StringComparison.OrdinalIgnoreCase))
            .DistinctBy(
                room =>
                    room.Log ?? $"{(IsHere(room.Address) ? new PeerAddress("", room.Address.Port) : room.Address)}"),
    ];

    /// <summary>Why none of these is the one.</summary>
    public string Complaint(IReadOnlyList<ListedRoom> found) => found.Count == 0
        ? ScriptRunTexts.NoRoomOfThatName($"{Name}", Wait.TotalSeconds)
        : ScriptRunTexts.SeveralRoomsOfThatName($"{Name}", string.Join(", ", found.Select(room => room.Address)));

    private bool IsHere(PeerAddress address) =>
        IPAddress.TryParse(address.Ip, out var ip) && (IPAddress.IsLoopback(ip) || Own.Contains(ip));
}
