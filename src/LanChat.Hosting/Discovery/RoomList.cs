using System.Net;
using LanChat.Protocol;

namespace LanChat.Discovery;

/// <summary>
/// The rooms that are near, each once, whatever networks it is heard in: rooms of one history are
/// one, and of those that do not say which is theirs, rooms of one name and port. Anybody may
/// announce anything, so what a room says of itself, from its own address, counts more than what
/// others say of it, and nobody takes the places of all. Each answer says whether anything that can
/// be seen has changed.
/// </summary>
/// <param name="most">More addresses than this are not listed.</param>
public sealed class RoomList(int most)
{
    // How many rooms one computer may have, and of how many others it may tell.
    private const int MostOfSource = 64;
    private const int MostTold = 8;

    private readonly OrderedDictionary<PeerAddress, Heard> _heard = [];

    /// <summary>By number.</summary>
    public IReadOnlyList<ListedRoom> Rooms =>
    [
        .. _heard.Values.GroupBy(heard => heard.Number).OrderBy(room => room.Key)
            .Select(
                room =>
                    room.OrderByDescending(heard => heard.IsFirstHand).ThenBy(heard => heard.Silence).First().Listed),
    ];

    public bool IsListed(PeerAddress address) => _heard.ContainsKey(address);

    /// <summary>
    /// Whether to listen to it: as long as a room is heard of in time, nobody at another address
    /// can say what it is, nor somebody else with another history.
    /// </summary>
    public bool IsBelievable(Announcement announcement, IPAddress? source = null)
    {
        ArgumentNullException.ThrowIfNull(announcement);
        if (!_heard.TryGetValue(announcement.Address, out var known) || known.Silence > TimeSpan.Zero) return true;
        var heard = new Heard(0, announcement, source);
        if (heard.IsFirstHand != known.IsFirstHand) return heard.IsFirstHand;
        return known.Said.Log is null || known.Said.Log == announcement.Log;
    }

    /// <summary>The room is there, maybe by another name, or with others in it.</summary>
    /// <param name="announcement">What is said of it; one that is believable.</param>
    /// <param name="source">Who says it; null: the room itself.</param>
    public bool Hear(Announcement announcement, IPAddress? source = null)
    {
        ArgumentNullException.ThrowIfNull(announcement);
        var heard = new Heard(0, announcement, source);
        var known = _heard.GetValueOrDefault(announcement.Address);
        if (known is null && !MakeRoomFor(heard)) return false;
        heard = heard with { Number = NumberOf(heard, known) };
        if (heard == known) return false;
        var before = Rooms;
        _heard[announcement.Address] = heard;
        return !before.SequenceEqual(Rooms);
    }

    /// <summary>The room was not heard of when it should have been, for so long by now.</summary>
    public bool Fade(PeerAddress address, TimeSpan silence)
    {
        if (!_heard.TryGetValue(address, out var known) || known.Silence == silence) return false;
        var before = Rooms;
        _heard[address] = known with { Silence = silence };
        return !before.SequenceEqual(Rooms);
    }

    /// <summary>The room was silent for too long.</summary>
    public bool Drop(PeerAddress address)
    {
        var before = Rooms;
        return _heard.Remove(address) && !before.SequenceEqual(Rooms);
    }

    /// <summary>
    /// Where there is no place left, who is told of by others, and who has most of them, gives one
    /// to who has fewer.
    /// </summary>
    private bool MakeRoomFor(Heard heard)
    {
        var ofSource = _heard.Values.Where(other => other.Source == heard.Source).ToList();
        if (ofSource.Count(
            other =>
                other.IsFirstHand == heard.IsFirstHand) >= (heard.IsFirstHand ? MostOfSource : MostTold)) return false;
        if (_heard.Count < most) return true;
        var greatest = _heard.Values.GroupBy(other => other.Source).MaxBy(others => others.Count())!;
        var goes = heard.IsFirstHand && _heard.Values.LastOrDefault(other => !other.IsFirstHand) is { } told ? told
            : greatest.Count() > ofSource.Count + 1 ? greatest.Last()
            : null;
        return goes is not null && _heard.Remove(goes.Said.Address);
    }

    private int NumberOf(Heard heard, Heard? known)
    {
        var others = _heard.Values.Where(other => other.Said.Address != heard.Said.Address).ToList();
        if (others.Find(other => other.Identity == heard.Identity) is { } same) return same.Number;
        var taken = others.Select(other => other.Number).ToHashSet();
        if (known is not null && !taken.Contains(known.Number)) return known.Number;
        return Enumerable.Range(1, taken.Count + 1).First(number => !taken.Contains(number));
    }

    /// <summary>What one address was last said to be.</summary>
    /// <param name="Number">That of the room in the list.</param>
    /// <param name="Said">What was said.</param>
    /// <param name="Source">By whom.</param>
    private sealed record Heard(int Number, Announcement Said, string Source)
    {
        public Heard(int number, Announcement said, IPAddress? source)
            : this(number, said, source is null ? said.Address.Ip : PeerAddress.Of(new IPEndPoint(source, 0)).Ip)
        {
        }

        public TimeSpan Silence { get; init; }

        /// <summary>Whether the room says it itself.</summary>
        public bool IsFirstHand => Source == Said.Address.Ip;

        public (string? Log, string Name, int Port, WebDoor? Web) Identity =>
            Said.Log is { } log ? (log, "", 0, null) : (null, Said.Name.Text, Said.Address.Port, Said.Web);

        public ListedRoom Listed => new(Number, Said.Name, Said.Address, Said.Members, Silence)
        {
            Web = Said.Web,
            Log = Said.Log,
        };
    }
}
