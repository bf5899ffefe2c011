using System.Net;
using LanChat.Protocol;

namespace LanChat.Discovery;

/// <summary>
/// The announced rooms. Lists a room once, even if it is announced in several networks: addresses
/// with the same log id are one room; without a log id, addresses with the same name, port and page
/// are. Announcements are not authenticated: first-hand ones, sent from the announced address, take
/// precedence, and limits per source keep one sender from filling the directory. Methods return
/// whether <see cref="Rooms"/> has changed.
/// </summary>
/// <param name="maxAddresses">The maximum number of addresses.</param>
internal sealed class RoomDirectory(int maxAddresses)
{
    // Limits per source, for rooms at its own address and for rooms at other addresses.
    private const int MaxPerSource = 64;
    private const int MaxSecondHand = 8;

    private readonly OrderedDictionary<PeerAddress, Entry> _entries = [];

    /// <summary>The rooms, ordered by number.</summary>
    public IReadOnlyList<ListedRoom> Rooms =>
    [
        .. _entries.Values.GroupBy(entry => entry.Number).OrderBy(room => room.Key)
            .Select(room => room
                .OrderByDescending(entry => entry.IsFirstHand)
                .ThenBy(entry => entry.Silence)
                .First().Listed),
    ];

    public bool IsListed(PeerAddress address) => _entries.ContainsKey(address);

    /// <summary>
    /// Whether to accept an announcement. While a room announces itself in time, no other address
    /// may replace its entry, nor may an announcement with another log id.
    /// </summary>
    public bool IsTrusted(Announcement announcement, IPAddress? source = null)
    {
        ArgumentNullException.ThrowIfNull(announcement);
        if (!_entries.TryGetValue(announcement.Address, out var known) || known.Silence > TimeSpan.Zero) return true;
        var entry = new Entry(0, announcement, source);
        if (entry.IsFirstHand != known.IsFirstHand) return entry.IsFirstHand;
        return known.Announcement.Log is null || known.Announcement.Log == announcement.Log;
    }

    /// <summary>Adds or replaces the entry of an address.</summary>
    /// <param name="announcement">A trusted announcement.</param>
    /// <param name="source">The sender's address; null: the announced address.</param>
    public bool Update(Announcement announcement, IPAddress? source = null)
    {
        ArgumentNullException.ThrowIfNull(announcement);
        var entry = new Entry(0, announcement, source);
        var known = _entries.GetValueOrDefault(announcement.Address);
        if (known is null && !TryEvictFor(entry)) return false;
        entry = entry with { Number = NumberOf(entry, known) };
        if (entry == known) return false;
        var before = Rooms;
        _entries[announcement.Address] = entry;
        return !before.SequenceEqual(Rooms);
    }

    /// <summary>Records that announcements of a room are overdue.</summary>
    public bool MarkSilent(PeerAddress address, TimeSpan silence)
    {
        if (!_entries.TryGetValue(address, out var known) || known.Silence == silence) return false;
        var before = Rooms;
        _entries[address] = known with { Silence = silence };
        return !before.SequenceEqual(Rooms);
    }

    /// <summary>Removes an entry that was silent for too long.</summary>
    public bool Remove(PeerAddress address)
    {
        var before = Rooms;
        return _entries.Remove(address) && !before.SequenceEqual(Rooms);
    }

    /// <summary>
    /// Frees an entry if the directory is full: second-hand entries first, then one of the source
    /// that has the most, if that has more than this source.
    /// </summary>
    private bool TryEvictFor(Entry entry)
    {
        var ofSource = _entries.Values.Where(other => other.Source == entry.Source).ToList();
        var count = ofSource.Count(other => other.IsFirstHand == entry.IsFirstHand);
        if (count >= (entry.IsFirstHand ? MaxPerSource : MaxSecondHand)) return false;
        if (_entries.Count < maxAddresses) return true;
        var largest = _entries.Values.GroupBy(other => other.Source).MaxBy(others => others.Count())!;
        var secondHand = entry.IsFirstHand ? _entries.Values.LastOrDefault(other => !other.IsFirstHand) : null;
        var evicted = secondHand is not null ? secondHand
            : largest.Count() > ofSource.Count + 1 ? largest.Last()
            : null;
        return evicted is not null && _entries.Remove(evicted.Announcement.Address);
    }

    private int NumberOf(Entry entry, Entry? known)
    {
        var others = _entries.Values
            .Where(other => other.Announcement.Address != entry.Announcement.Address)
            .ToList();
        if (others.Find(other => other.Identity == entry.Identity) is { } same) return same.Number;
        var taken = others.Select(other => other.Number).ToHashSet();
        if (known is not null && !taken.Contains(known.Number)) return known.Number;
        return Enumerable.Range(1, taken.Count + 1).First(number => !taken.Contains(number));
    }

    /// <summary>The last announcement of one address.</summary>
    /// <param name="Number">The number of its room.</param>
    /// <param name="Announcement">The announcement.</param>
    /// <param name="Source">The sender's IP address.</param>
    private sealed record Entry(int Number, Announcement Announcement, string Source)
    {
        public Entry(int number, Announcement announcement, IPAddress? source)
            : this(
                number,
                announcement,
                source is null ? announcement.Address.Ip : PeerAddress.Of(new IPEndPoint(source, 0)).Ip)
        {
        }

        public TimeSpan Silence { get; init; }

        /// <summary>Whether the sender has announced its own address.</summary>
        public bool IsFirstHand => Source == Announcement.Address.Ip;

        public (string? Log, string Name, int Port, WebEndpoint? Web) Identity =>
            Announcement.Log is { } log
                ? (log, "", 0, null)
                : (null, Announcement.Name.Text, Announcement.Address.Port, Announcement.Web);

        public ListedRoom Listed => new(Number, Announcement.Name, Announcement.Address, Announcement.Members, Silence)
        {
            Web = Announcement.Web,
            Log = Announcement.Log,
        };
    }
}
