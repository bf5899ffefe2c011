using System.Text;
using LanChat.Protocol;

namespace LanChat.Rooms;

/// <summary>
/// The events a newcomer is shown before the first batch: history, notice and members.
/// </summary>
public sealed class Entrance
{
    private const int PageSize = 200;

    private readonly RoomRules _rules;
    private readonly RoomEvent[] _stateEvents;
    private readonly ChatMessage[] _inMemory;
    private readonly long _lastPublished;
    private readonly long _since;

    private Entrance(
        RoomRules rules, RoomEvent[] stateEvents, ChatMessage[] inMemory, long lastPublished, long since) =>
        (_rules, _stateEvents, _inMemory, _lastPublished, _since) =
        (rules, stateEvents, inMemory, lastPublished, since);

    /// <summary>
    /// The message after which the history must be read first; null: memory suffices.
    /// </summary>
    public long? ReadAfter { get; private init; }

    /// <summary>The events, if the history need not be read.</summary>
    public IReadOnlyList<RoomEvent> Events { get; private set; } = [];

    /// <summary>
    /// The events, given the messages read from the history; falls back to those in memory if
    /// <paramref name="read"/> is empty because reading failed.
    /// </summary>
    public IReadOnlyList<RoomEvent> EventsWith(IReadOnlyList<ChatMessage> read) =>
        ReadAfter is null ? Events : CatchUp(read.Count == 0 ? _inMemory : read);

    /// <summary>For a newcomer: the newest messages.</summary>
    internal static Entrance ForNewcomer(RoomRules rules, RoomEvent[] stateEvents, MessageLog log) =>
        Of([Newest(rules, log)], rules, stateEvents, log);

    /// <summary>
    /// For a client whose last message belongs to another history: the newest messages and the size
    /// of the gap before them.
    /// </summary>
    internal static Entrance ForOtherHistory(RoomRules rules, RoomEvent[] stateEvents, MessageLog log)
    {
        var newest = Newest(rules, log);
        return Of([.. Gap(0, newest.Messages, log.LastPublished), newest], rules, stateEvents, log);
    }

    /// <summary>
    /// For a returning client: all messages since <paramref name="since"/>, or the newest of them
    /// and the size of the gap.
    /// </summary>
    internal static Entrance ForReturning(long since, RoomRules rules, RoomEvent[] stateEvents, MessageLog log)
    {
        var isRead = rules.IsDurable && !log.ReachesBackTo(since);
        var entrance = new Entrance(rules, stateEvents, log.InMemory, log.LastPublished, since)
        {
            ReadAfter = isRead ? since : null,
        };
        if (!isRead) entrance.Events = entrance.CatchUp(entrance._inMemory);
        return entrance;
    }

    private static Entrance Of(RoomEvent[] history, RoomRules rules, RoomEvent[] stateEvents, MessageLog log) =>
        new(rules, stateEvents, [], log.LastPublished, log.LastPublished) { Events = [.. history, .. stateEvents] };

    private static RoomEvent.HistoryShown Newest(RoomRules rules, MessageLog log)
    {
        var free = rules.MaxQueued == 0 ? long.MaxValue : rules.MaxQueued / 2;
        var shown = log.ForNewcomer.AsEnumerable().Reverse()
            .TakeWhile(message => (free -= WireLength(message.Text)) >= 0)
            .Reverse();
        return new RoomEvent.HistoryShown([.. shown]) { Raw = log.ForOlderClients };
    }

    // JSON escapes a control character with six bytes.
    private static long WireLength(string text) =>
        Encoding.UTF8.GetByteCount(text) + (5L * text.Count(char.IsControl));

    private static RoomEvent[] Gap(long since, IReadOnlyList<ChatMessage> shown, long lastPublished)
    {
        var count = lastPublished - since - shown.Count;
        if (count <= 0) return [];
        var first = shown.FirstOrDefault(message => !message.IsChange)?.Id ?? lastPublished + 1;
        return [new RoomEvent.Missed(since, first, count)];
    }

    /// <summary>
    /// The newest messages, and with them the changes of those that the client has or is shown.
    /// </summary>
    private RoomEvent[] CatchUp(IReadOnlyList<ChatMessage> messages)
    {
        var free = _rules.MaxCatchUpBytes;
        var missed = messages.Where(message => message.Id > _since && message.Id <= _lastPublished).ToArray();
        var talk = missed.Where(message => !message.IsChange).Reverse()
            .Take(_rules.MaxCatchUp)
            .TakeWhile(message => (free -= Encoding.UTF8.GetMaxByteCount(message.Text.Length)) >= 0)
            .ToArray();
        var first = talk is [.., var oldest] ? oldest.Id : long.MaxValue;
        var changes = missed.Where(message => message.IsChange && (message.Target <= _since || message.Id >= first));
        var all = Quotes.Fill([.. talk.Concat(changes)], id => _inMemory.FirstOrDefault(message => message.Id == id));
        ChatMessage[] shown = [.. all.OrderBy(message => message.Id)];
        var pages = shown.Chunk(PageSize).Select(page => new RoomEvent.HistoryShown(page));
        return [.. Gap(_since, shown, _lastPublished), .. pages, .. _stateEvents];
    }
}
