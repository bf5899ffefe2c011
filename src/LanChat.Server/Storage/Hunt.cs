using LanChat.Protocol;

namespace LanChat.Server.Storage;

/// <summary>
/// One search: looks at messages, the newest first, until enough are found, enough were looked at,
/// or the oldest wanted is reached.
/// </summary>
/// <param name="query">What is looked for.</param>
/// <param name="oldest">Older ones can't match.</param>
internal sealed class Hunt(Query query, long oldest)
{
    /// <summary>The most messages that are looked at for one answer.</summary>
    public const int MostExamined = 20_000;

    private readonly List<ChatMessage> _found = [];
    private long? _next;
    private bool _wasCut;
    private int _examined;

    public void Look(IEnumerable<ChatMessage> messages) =>
        Look(messages.Select(message => (message.Id, (ChatMessage?)message)));

    /// <summary>Looks at messages of which some are known not to match: these are null.</summary>
    public void Look(IEnumerable<(long Id, ChatMessage? Message)> messages)
    {
        if (_next is not null) return;
        foreach (var (id, message) in messages)
        {
            if (id < oldest) return;
            if (message is not null && query.Matches(message) && !TryAdd(message)) return;
            if (++_examined < MostExamined) continue;
            (_next, _wasCut) = (id, true);
            return;
        }
    }

    /// <summary>Nothing was looked at from there on.</summary>
    public void CutAt(long before)
    {
        if (_next is null) (_next, _wasCut) = (before, true);
    }

    public Findings Result() => new(_found, _next, _wasCut);

    /// <summary>One more than wanted says that there are more.</summary>
    private bool TryAdd(ChatMessage message)
    {
        if (_found.Count == query.Limit) _next = _found[^1].Id;
        else _found.Add(message);
        return _next is null;
    }
}
