using LanChat.Protocol;

namespace LanChat.Rooms;

/// <summary>
/// Limits wrong passwords and codes: five in a period from one address block. A further attempt is
/// refused without looking at it.
/// </summary>
public sealed class AttemptLimiter
{
    private const int MaxAttempts = 5;
    private const int MaxAddresses = 10_000;

    private readonly TimeSpan _period;
    private readonly Dictionary<AddressBlock, Queue<DateTime>> _failures = [];

    /// <summary>Limits attempts in a minute.</summary>
    public AttemptLimiter()
        : this(TimeSpan.FromMinutes(1))
    {
    }

    /// <param name="period">The period.</param>
    public AttemptLimiter(TimeSpan period) => _period = period;

    /// <summary>Whether another attempt may be made.</summary>
    public bool MayTry(string ip, Timestamp now) => FailuresOf(ip, now) is { } failures
        ? failures.Count < MaxAttempts
        : _failures.Count < MaxAddresses || HasRoom(now);

    /// <summary>Records a wrong attempt.</summary>
    public void Fail(string ip, Timestamp now)
    {
        if (FailuresOf(ip, now) is not { } failures) _failures[AddressBlock.Of(ip)] = failures = new Queue<DateTime>();
        failures.Enqueue(now.Utc);
    }

    private bool HasRoom(Timestamp now)
    {
        foreach (var (block, failures) in _failures)
        {
            if (now.Utc - failures.Last() >= _period) _failures.Remove(block);
        }

        return _failures.Count < MaxAddresses;
    }

    private Queue<DateTime>? FailuresOf(string ip, Timestamp now)
    {
        if (!_failures.TryGetValue(AddressBlock.Of(ip), out var failures)) return null;
        while (failures.TryPeek(out var first) && now.Utc - first >= _period) failures.Dequeue();
        if (failures.Count > 0) return failures;
        _failures.Remove(AddressBlock.Of(ip));
        return null;
    }
}
