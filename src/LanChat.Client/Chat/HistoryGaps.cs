using LanChat.Protocol;

namespace LanChat.Client.Chat;

/// <summary>
/// Gaps in a room's transcript that can be filled: before the first message, and after a catch-up
/// that was too long. Each is filled from its newer end, so that messages stay in order and appear
/// once.
/// </summary>
internal sealed class HistoryGaps
{
    private const int PageSize = 100;

    private readonly Dictionary<long, long> _open = [];
    private long? _requested;
    private long _lastGap;

    /// <summary>Opens a gap after the message with this id, or at the beginning for 0.</summary>
    /// <returns>Number of the gap.</returns>
    public long Open(long after)
    {
        _open.Add(++_lastGap, after);
        return _lastGap;
    }

    /// <summary>
    /// The request for the newest page of a gap; null if the gap does not exist or a request is
    /// pending.
    /// </summary>
    /// <param name="gap">Number of the gap.</param>
    /// <param name="before">Id of the message after the gap.</param>
    public ClientMessage.ReadHistory? RequestPage(long gap, long before)
    {
        if (_requested is not null || !_open.ContainsKey(gap)) return null;
        _requested = gap;
        return new ClientMessage.ReadHistory(gap, before, null, null, PageSize);
    }

    /// <summary>
    /// Fills a gap with a page; null if the page does not answer the pending request.
    /// </summary>
    /// <returns>
    /// The new messages, whether a part of the gap is left, and whether the gap reached the top of
    /// the transcript.
    /// </returns>
    public (IReadOnlyList<ChatMessage> Messages, bool IsLeft, bool IsTop)? Fill(RoomEvent.HistoryPage page)
    {
        if (_requested != page.Tag || !_open.TryGetValue(page.Tag, out var after)) return null;
        _requested = null;
        var messages = page.Messages.Where(message => message.Id > after).ToArray();
        var isLeft = page.HasOlder && messages.Length == page.Messages.Count && messages is [var first, ..]
            && first.Id > after + 1;
        if (!isLeft) _open.Remove(page.Tag);
        return (messages, isLeft, !isLeft && after == 0);
    }

    /// <summary>Drops all gaps: their history is gone.</summary>
    public void Clear()
    {
        _open.Clear();
        _requested = null;
    }

    /// <summary>Drops the pending request, which will not be answered.</summary>
    /// <returns>The gap it was for; null if none was pending.</returns>
    public long? CancelRequest()
    {
        var requested = _requested;
        _requested = null;
        return requested;
    }
}
