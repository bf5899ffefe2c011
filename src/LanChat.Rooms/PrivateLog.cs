using LanChat.Protocol;

namespace LanChat.Rooms;

/// <summary>
/// Numbers the private messages of a server, and knows which accounts are connected. Thread-safe:
/// the rooms share it. A room persists what it appends before it delivers it.
/// </summary>
public sealed class PrivateLog
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, long> _numbers;
    private readonly HashSet<string> _present = [];
    private readonly Deduplication _refs;
    private long _lastSerial;

    /// <param name="maxRefs">The number of messages whose ref is remembered.</param>
    /// <param name="kept">The messages that are kept.</param>
    /// <param name="mail">The offline messages that wait.</param>
    public PrivateLog(int maxRefs, PrivateLogState kept, IReadOnlyList<OfflineMessage> mail)
    {
        ArgumentNullException.ThrowIfNull(kept);
        _refs = new Deduplication(maxRefs);
        _numbers = new Dictionary<string, long>(kept.Numbers);
        _lastSerial = Math.Max(kept.LastSerial, mail is [.., var last] ? last.Number : 0);
        foreach (var reference in kept.Refs) _refs.Add(reference, 0);
    }

    /// <summary>The serial of the last message; 0 for none.</summary>
    public long LastSerial
    {
        get
        {
            lock (_lock) return _lastSerial;
        }
    }

    /// <summary>
    /// The next serial. The clock keeps them growing over restarts, even if the last message was
    /// removed.
    /// </summary>
    public long NextSerial(Timestamp now)
    {
        var milliseconds = new DateTimeOffset(now.Utc, TimeSpan.Zero).ToUnixTimeMilliseconds();
        lock (_lock) return _lastSerial = Math.Max(_lastSerial + 1, milliseconds);
    }

    /// <summary>Numbers a message among those of its two accounts.</summary>
    /// <param name="serial">Its serial.</param>
    /// <param name="sender">The sender's account.</param>
    /// <param name="recipient">The recipient's account.</param>
    /// <param name="to">The recipient's nickname.</param>
    /// <param name="message">The message.</param>
    public StoredPrivateMessage Append(
        long serial, string sender, string recipient, string to, ChatMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        var pair = StoredPrivateMessage.PairOf(sender, recipient);
        lock (_lock)
        {
            var number = _numbers[pair] = _numbers.GetValueOrDefault(pair) + 1;
            _refs.Add(message.Ref, 0);
            return new StoredPrivateMessage(serial, number, sender, recipient, to, message);
        }
    }

    /// <summary>
    /// An account becomes part of another one: their private messages are numbered together.
    /// </summary>
    public IReadOnlyList<MergedPair> Merge(string from, string into)
    {
        lock (_lock)
        {
            _present.Remove(from);
            var merged = new List<MergedPair>();
            foreach (var (pair, last) in _numbers.ToArray())
            {
                var moved = StoredPrivateMessage.MovedPair(pair, from, into);
                if (moved == pair) continue;
                _numbers.Remove(pair);
                merged.Add(new MergedPair(pair, moved, _numbers[moved] = _numbers.GetValueOrDefault(moved) + last));
            }

            return merged;
        }
    }

    /// <summary>The acknowledgement of a known ref; null if it is unknown.</summary>
    public RoomEvent.Acknowledged? Find(string? reference)
    {
        lock (_lock) return _refs.Find(reference);
    }

    /// <summary>Whether an account has a client in any room.</summary>
    public bool IsPresent(string account)
    {
        lock (_lock) return _present.Contains(account);
    }

    /// <summary>Sets whether an account has a client.</summary>
    public void SetPresent(string account, bool isPresent)
    {
        lock (_lock) _ = isPresent ? _present.Add(account) : _present.Remove(account);
    }
}
