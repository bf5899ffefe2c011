using LanChat.Protocol;

namespace LanChat.Client.Chat;

/// <summary>
/// What of a room's talk is not shown and can be fetched: what was said before the first message,
/// and what was passed over. Each is filled from below, so that nothing is shown twice and nothing
/// out of order.
/// </summary>
internal sealed class Holes
{
    private const int PageSize = 100;

    private readonly Dictionary<long, long> _open = [];
    private long? _asked;
    private long _last;

    /// <summary>A hole after this message, which is shown; 0 where none is.</summary>
    /// <returns>Its number.</returns>
    public long Open(long after)
    {
        _open.Add(++_last, after);
        return _last;
    }

    /// <summary>
    /// The question that fills the hole below, where it ends; null when there is no such hole, or a
    /// question is under way.
    /// </summary>
    public ClientMessage.Look? Ask(long hole, long before)
    {
        if (_asked is not null || !_open.ContainsKey(hole)) return null;
        _asked = hole;
        return new ClientMessage.Look(hole, before, null, null, PageSize);
    }

    /// <summary>
    /// The messages that fill a hole, whether something of it is left, and else whether what is
    /// above them is where all begins; null when this does not answer what was asked last.
    /// </summary>
    public (IReadOnlyList<ChatMessage> Messages, bool IsLeft, bool IsTop)? Fill(RoomEvent.PageShown page)
    {
        if (_asked != page.Tag || !_open.TryGetValue(page.Tag, out var after)) return null;
        _asked = null;
        var messages = page.Messages.Where(message => message.Id > after).ToArray();
        var isLeft = page.HasOlder && messages.Length == page.Messages.Count && messages is [var first, ..]
            && first.Id > after + 1;
        if (!isLeft) _open.Remove(page.Tag);
        return (messages, isLeft, !isLeft && after == 0);
    }

    /// <summary>Nothing is missing that could be fetched.</summary>
    public void Clear()
    {
        _open.Clear();
        _asked = null;
    }

    /// <summary>
    /// The question will not be answered; which hole it was about, if there was one.
    /// </summary>
    public long? GiveUp()
    {
        var asked = _asked;
        _asked = null;
        return asked;
    }
}
