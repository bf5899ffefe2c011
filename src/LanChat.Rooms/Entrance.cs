using System.Text;
using LanChat.Protocol;

namespace LanChat.Rooms;

/// <summary>
/// What somebody who joins is shown: history, notice and members, as they were before the turn that
/// follows.
/// </summary>
public sealed class Entrance
{
    private const int MessagesOnAPage = 200;

    private readonly RoomRules _rules;
    private readonly RoomEvent[] _present;
    private readonly ChatMessage[] _inMemory;
    private readonly long _lastTold;
    private readonly long _since;

    private Entrance(RoomRules rules, RoomEvent[] present, ChatMessage[] inMemory, long lastTold, long since) =>
        (_rules, _present, _inMemory, _lastTold, _since) = (rules, present, inMemory, lastTold, since);

    /// <summary>
    /// Whether the history has to be read before it can be shown, and after which message.
    /// </summary>
    public long? ReadAfter { get; private init; }

    /// <summary>What is shown where nothing has to be read.</summary>
    public IReadOnlyList<RoomEvent> Events { get; private set; } = [];

    /// <summary>
    /// What is shown, with what was read of the history, or nothing where it could not be.
    /// </summary>
    public IReadOnlyList<RoomEvent> EventsWith(IReadOnlyList<ChatMessage> read) =>
        ReadAfter is null ? Events : CatchUp(read.Count == 0 ? _inMemory : read);

    /// <summary>For a newcomer: the newest messages.</summary>
    internal static Entrance ForNewcomer(RoomRules rules, RoomEvent[] present, MessageLog log) =>
        Of([Newest(rules, log)], rules, present, log);

    /// <summary>
    /// For somebody whose last message is not of this history: the newest, and how many are not
    /// shown.
    /// </summary>
    internal static Entrance ForStranger(RoomRules rules, RoomEvent[] present, MessageLog log)
    {
        var newest = Newest(rules, log);
        return Of([.. Gap(0, newest.Messages, log.LastTold), newest], rules, present, log);
    }

    /// <summary>
    /// For somebody who was here before: all since, or the newest of that and how many are not
    /// shown.
    /// </summary>
    internal static Entrance Since(long since, RoomRules rules, RoomEvent[] present, MessageLog log)
    {
        var isRead = rules.IsDurable && !log.ReachesBackTo(since);
        var entrance = new Entrance(rules, present, log.InMemory, log.LastTold, since)
        {
            ReadAfter = isRead ? since : null,
        };
        if (!isRead) entrance.Events = entrance.CatchUp(entrance._inMemory);
        return entrance;
    }

    private static Entrance Of(RoomEvent[] history, RoomRules rules, RoomEvent[] present, MessageLog log) =>
        new(rules, present, [], log.LastTold, log.LastTold) { Events = [.. history, .. present] };

    private static RoomEvent.HistoryShown Newest(RoomRules rules, MessageLog log)
    {
        var free = rules.MaxQueued == 0 ? long.MaxValue : rules.MaxQueued / 2;
        var shown = log.ForNewcomer.AsEnumerable().Reverse()
            .TakeWhile(message => (free -= LengthOnTheWire(message.Text)) >= 0)
            .Reverse();
        return new RoomEvent.HistoryShown([.. shown]) { Raw = log.ForOlderClients };
    }

    // A control character takes six bytes in JSON.
    private static long LengthOnTheWire(string text) =>
        Encoding.UTF8.GetByteCount(text) + (5L * text.Count(char.IsControl));

    private static RoomEvent[] Gap(long since, IReadOnlyList<ChatMessage> shown, long lastTold)
    {
        var count = lastTold - since - shown.Count;
        if (count <= 0) return [];
        return [new RoomEvent.Missed(since, shown is [var first, ..] ? first.Id : lastTold + 1, count)];
    }

    private RoomEvent[] CatchUp(IReadOnlyList<ChatMessage> messages)
    {
        var free = _rules.MaxRecalledBytes;
        var shown = messages.Where(message => message.Id > _since && message.Id <= _lastTold).Reverse()
            .Take(_rules.CatchUp)
            .TakeWhile(message => (free -= Encoding.UTF8.GetMaxByteCount(message.Text.Length)) >= 0)
            .Reverse()
            .ToArray();
        var pages = shown.Chunk(MessagesOnAPage).Select(page => new RoomEvent.HistoryShown(page));
        return [.. Gap(_since, shown, _lastTold), .. pages, .. _present];
    }
}
