namespace LanChat.Rooms;

/// <summary>The read positions of all accounts, and who shares them with others.</summary>
public sealed class ReadPositions
{
    private readonly Dictionary<(string Account, string Place), long> _ids = [];
    private readonly HashSet<string> _silent;

    /// <param name="kept">The positions that are kept.</param>
    /// <param name="silent">The accounts that tell nobody what they have read.</param>
    public ReadPositions(IEnumerable<ReadPosition> kept, IEnumerable<string> silent)
    {
        ArgumentNullException.ThrowIfNull(kept);
        _silent = [.. silent];
        foreach (var position in kept) _ids[(position.Account, position.Place)] = position.Id;
    }

    /// <summary>Moves a position; returns false if that would be backward.</summary>
    public bool TryMove(ReadPosition to)
    {
        ArgumentNullException.ThrowIfNull(to);
        if (to.Id <= _ids.GetValueOrDefault((to.Account, to.Place))) return false;
        _ids[(to.Account, to.Place)] = to.Id;
        return true;
    }

    /// <summary>The positions of an account.</summary>
    public IEnumerable<ReadPosition> Of(string account) => _ids
        .Where(one => one.Key.Account == account)
        .Select(one => new ReadPosition(account, one.Key.Place, one.Value));

    /// <summary>
    /// How far an account has read in a place, if it shares that with another one, which has to
    /// share its own; 0 if not.
    /// </summary>
    public long SeenBy(string account, string place, string asking) =>
        Shares(account) && Shares(asking) ? _ids.GetValueOrDefault((account, place)) : 0;

    /// <summary>Whether an account tells others what it has read.</summary>
    public bool Shares(string account) => !_silent.Contains(account);

    /// <summary>Sets whether an account tells others what it has read.</summary>
    public void SetShares(string account, bool shares) => _ = shares ? _silent.Remove(account) : _silent.Add(account);
}
