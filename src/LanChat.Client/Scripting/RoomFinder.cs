using System.Net;
using LanChat.Discovery;
using LanChat.Protocol;
using LanChat.Texts;

namespace LanChat.Client.Scripting;

/// <summary>Finds the room with a name, ignoring case.</summary>
/// <param name="Name">Name of the room.</param>
/// <param name="SettleTime">Time after which every room nearby was announced.</param>
/// <param name="Wait">Maximum time to wait for a room with that name.</param>
/// <param name="OwnAddresses">This computer's addresses, besides loopback.</param>
internal sealed record RoomFinder(
    RoomName Name, TimeSpan SettleTime, TimeSpan Wait, IReadOnlySet<IPAddress> OwnAddresses)
{
    private const double IntervalsToSettle = 1.25;

    public static RoomFinder Of(
        RoomName name, TimeSpan interval, TimeSpan wait, IReadOnlySet<IPAddress> ownAddresses) =>
        new(name, SettleTimeOf(interval), wait, ownAddresses);

    /// <summary>
    /// Time after which every room nearby was announced, if each announces itself once per
    /// interval.
    /// </summary>
    public static TimeSpan SettleTimeOf(TimeSpan interval) => interval * IntervalsToSettle;

    /// <summary>
    /// Rooms with that name, without duplicates: a room is announced in each of its networks.
    /// Without a log id, only rooms on this computer can be recognised as the same.
    /// </summary>
    public IReadOnlyList<ListedRoom> Match(IReadOnlyList<ListedRoom> rooms) =>
    [
        .. rooms
            .Where(room => string.Equals(room.Name.Text, Name.Text, StringComparison.OrdinalIgnoreCase))
            .DistinctBy(
                room =>
                    room.Log ?? $"{(IsLocal(room.Address) ? new PeerAddress("", room.Address.Port) : room.Address)}"),
    ];

    /// <summary>Error for no match, or for several.</summary>
    public string ProblemOf(IReadOnlyList<ListedRoom> matches) => matches.Count == 0
        ? ScriptRunTexts.NoRoomOfThatName($"{Name}", Wait.TotalSeconds)
        : ScriptRunTexts.SeveralRoomsOfThatName($"{Name}", string.Join(", ", matches.Select(room => room.Address)));

    private bool IsLocal(PeerAddress address) =>
        IPAddress.TryParse(address.Ip, out var ip) && (IPAddress.IsLoopback(ip) || OwnAddresses.Contains(ip));
}
