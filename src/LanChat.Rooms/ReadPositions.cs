namespace LanChat.Rooms;

/// <summary>The read positions of all accounts, and who shares them with others.</summary>
public sealed class ReadPositions
{
    // By account, then by place.
    private readonly Dictionary<string, Dictionary<string, long>> _ids = [];
    private readonly HashSet<string> _silent;

    /// <param name="kept">The positions that are kept.</param>
    /// <param name="silent">The accounts that tell nobody what they have read.</param>
    public ReadPositions(IEnumerable<ReadPosition> kept, IEnumerable<string> silent)
    {
        ArgumentNullException.ThrowIfNull(kept);
        _silent = [.. silent];
        foreach (var position in kept) Set(position);
    }

    /// <summary>Moves a position; returns false if that would be backward.</summary>
    public bool TryMove(ReadPosition to)
    {
        ArgumentNullException.ThrowIfNull(to);
        if (to.Id <= IdOf(to.Account, to.Place)) return false;
        Set(to);
        return true;
    }

    /// <summary>The positions of an account.</summary>
    public IEnumerable<ReadPosition> Of(string account) => _ids.TryGetValue(account, out var ids)
        ? ids.Select(one => new ReadPosition(account, one.Key, one.Value))
        : [];

    /// <summary>
    /// How far an account has read in a place, if it shares that with another one, which has to
    /// share its own; 0 if not.
    /// </summary>
    public long SeenBy(string account, string place, string asking) =>
        Shares(account) && Shares(asking) ? IdOf(account, place) : 0;

    /// <summary>Whether an account tells others what it has read.</summary>
    public bool Shares(string account) => !_silent.Contains(account);

    /// <summary>Sets whether an account tells others what it has read.</summary>
    public void SetShares(string account, bool shares) => _ = shares ? _silent.Remove(account) : _silent.Add(account);

    private long IdOf(string account, string place) =>
        _ids.TryGetValue(account, out var ids) ? ids.GetValueOrDefault(place) : 0;

    private void Set(ReadPosition position)
    {
        if (!_ids.TryGetValue(position.Account, out var ids)) _ids[position.Account] = ids = [];
        ids[position.Place] = position.Id;
    }
}
