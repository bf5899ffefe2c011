using LanChat.Client.Discovery;
using LanChat.Protocol;

namespace LanChat.Client.Scripting;

/// <summary>Which room is meant by a name. Case makes no difference.</summary>
/// <param name="Name">The name.</param>
/// <param name="Settling">After so long every room that is there was heard.</param>
/// <param name="Wait">How long is waited at most for one of that name.</param>
internal sealed record RoomSearch(RoomName Name, TimeSpan Settling, TimeSpan Wait)
{
    private const double MoreThanOneInterval = 1.25;

    public static RoomSearch Of(RoomName name, TimeSpan interval, TimeSpan wait) => new(name, interval * MoreThanOneInterval, wait);

    public IReadOnlyList<ListedRoom> In(IReadOnlyList<ListedRoom> rooms) =>
        [.. rooms.Where(room => string.Equals(room.Name.Text, Name.Text, StringComparison.OrdinalIgnoreCase))];

    /// <summary>Why none of these is the one.</summary>
    public string Complaint(IReadOnlyList<ListedRoom> found) => found.Count == 0
        ? $"No room called {Name} was heard of in {Wait.TotalSeconds:0.###} s."
        : $"More than one room is called {Name}: {string.Join(", ", found.Select(room => room.Address))}; --connect says which one is meant.";
}
