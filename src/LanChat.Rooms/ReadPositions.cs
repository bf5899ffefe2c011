namespace LanChat.Rooms;

/// <summary>
/// The read positions of all accounts, who shares them with others, and who wants none to be kept.
/// </summary>
public sealed class ReadPositions
{
    // By account, then by place.
    private readonly Dictionary<string, Dictionary<string, long>> _ids = [];
    private readonly HashSet<string> _silent;
    private readonly HashSet<string> _unkept;

    /// <param name="kept">The positions that are kept.</param>
    /// <param name="silent">The accounts that tell nobody what they have read.</param>
    /// <param name="unkept">The accounts whose positions are not kept.</param>
    public ReadPositions(
        IEnumerable<ReadPosition> kept, IEnumerable<string> silent, IEnumerable<string> unkept)
    {
        ArgumentNullException.ThrowIfNull(kept);
        (_silent, _unkept) = ([.. silent], [.. unkept]);
        foreach (var position in kept) Set(position);
    }

    /// <summary>
    /// Moves a position; returns false if that would be backward, or none is kept.
    /// </summary>
    public bool TryMove(ReadPosition to)
    {
        ArgumentNullException.ThrowIfNull(to);
        if (!Keeps(to.Account) || to.Id <= IdOf(to.Account, to.Place)) return false;
        Set(to);
        return true;
    }

    /// <summary>
    /// An account becomes part of another one, which has read what either of them has. Returns the
    /// positions that were moved.
    /// </summary>
    public IReadOnlyList<ReadPosition> Merge(string from, string into)
    {
        var (old, place) = (ReadPosition.OfAccount(from), ReadPosition.OfAccount(into));
        var known = _ids.SelectMany(one => one.Value.Select(id => new ReadPosition(one.Key, id.Key, id.Value)))
            .Where(position => position.Account == from || position.Place == old)
            .ToArray();
        Forget(from);
        return
        [
            .. known.Select(position => new ReadPosition(
                    position.Account == from ? into : position.Account,
                    position.Place == old ? place : position.Place,
                    position.Id))
                .Where(TryMove),
        ];
    }

    /// <summary>
    /// Removes what is kept about an account, and the positions of others in messages with it.
    /// </summary>
    public void Forget(string account)
    {
        _ids.Remove(account);
        _silent.Remove(account);
        _unkept.Remove(account);
        foreach (var ids in _ids.Values) ids.Remove(ReadPosition.OfAccount(account));
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

    /// <summary>Whether positions of an account are kept.</summary>
    public bool Keeps(string account) => !_unkept.Contains(account);

    /// <summary>
    /// Sets whether positions of an account are kept; if not, removes those there are.
    /// </summary>
    public void SetKeeps(string account, bool keeps)
    {
        _ = keeps ? _unkept.Remove(account) : _unkept.Add(account);
        if (!keeps) _ids.Remove(account);
    }

    /// <summary>
    /// How far the others have read in a place: those who tell it, if the one who asks does, too.
    /// </summary>
    public IEnumerable<ReadPosition> Readers(string place, string asking) => !Shares(asking) ? [] :
        _ids.Where(one => one.Key != asking && Shares(one.Key) && one.Value.ContainsKey(place))
            .Select(one => new ReadPosition(one.Key, place, one.Value[place]));

    private long IdOf(string account, string place) =>
        _ids.TryGetValue(account, out var ids) ? ids.GetValueOrDefault(place) : 0;

    private void Set(ReadPosition position)
    {
        if (!_ids.TryGetValue(position.Account, out var ids)) _ids[position.Account] = ids = [];
        ids[position.Place] = position.Id;
    }
}
