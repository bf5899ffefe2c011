using LanChat.Protocol;

namespace LanChat.Rooms;

/// <summary>
/// Limits wrong passwords and codes: five a minute from one address block. A further attempt is
/// refused without looking at it.
/// </summary>
public sealed class AttemptLimiter
{
    private const int MaxAttempts = 5;
    private const int MaxAddresses = 10_000;
    private static readonly TimeSpan Period = TimeSpan.FromMinutes(1);

    private readonly Dictionary<AddressBlock, Queue<DateTime>> _failures = [];

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
            if (now.Utc - failures.Last() >= Period) _failures.Remove(block);
        }

        return _failures.Count < MaxAddresses;
    }

    private Queue<DateTime>? FailuresOf(string ip, Timestamp now)
    {
        if (!_failures.TryGetValue(AddressBlock.Of(ip), out var failures)) return null;
        while (failures.TryPeek(out var first) && now.Utc - first >= Period) failures.Dequeue();
        if (failures.Count > 0) return failures;
        _failures.Remove(AddressBlock.Of(ip));
        return null;
    }
}
