using LanChat.Client.Sessions;
using LanChat.Protocol;

namespace LanChat.Client.Chat;

/// <summary>
/// The changes of messages that the room has told, by their message. A page of the history may have
/// been read before a change that arrives first: the messages in it are changed when they come.
/// </summary>
internal sealed class MessageChanges
{
    /// <summary>Maximum number of changed messages; the oldest is forgotten first.</summary>
    public const int Most = 10_000;

    private readonly Dictionary<long, ChatMessage> _last = [];
    private readonly Queue<long> _targets = new();

    /// <summary>Forgets all changes: the room has a new history.</summary>
    public void Clear()
    {
        _last.Clear();
        _targets.Clear();
    }

    /// <summary>The events with every message as it is now.</summary>
    public IReadOnlyList<RoomEvent> Update(IReadOnlyList<RoomEvent> events)
    {
        foreach (var change in events.SelectMany(ToldBy).Where(message => message.IsChange)) Add(change);
        return _last.Count == 0 ? events : [.. events.Select(Current)];
    }

    /// <summary>The message as it is now.</summary>
    public ChatMessage Current(ChatMessage message) =>
        message is { IsTalk: true, Id: > 0 } && _last.TryGetValue(message.Id, out var change)
            ? message.After(change)
            : message;

    private void Add(ChatMessage change)
    {
        var target = change.Target!.Value;
        if (!_last.TryGetValue(target, out var known)) _targets.Enqueue(target);
        else if (known.Kind == MessageKind.Recalled) return;
        else if (change.Kind != MessageKind.Recalled && change.Id < known.Id) return;
        _last[target] = change;
        if (_targets.Count > Most) _last.Remove(_targets.Dequeue());
    }

    private static IEnumerable<ChatMessage> ToldBy(RoomEvent told) => told switch
    {
        RoomEvent.Spoken spoken => [spoken.Message],
        RoomEvent.HistoryShown history => history.Messages,
        _ => [],
    };

    private RoomEvent Current(RoomEvent told) => told switch
    {
        RoomEvent.Spoken spoken => spoken with { Message = Told(spoken.Message) },
        RoomEvent.HistoryShown history => history with { Messages = [.. history.Messages.Select(Told)] },
        RoomEvent.HistoryPage page => page with { Messages = [.. page.Messages.Select(Read)] },
        RoomEvent.Found found => found with { Messages = [.. found.Messages.Select(Read)] },
        _ => told,
    };

    /// <summary>A message that comes in order: only what is gone is not in its quote.</summary>
    private ChatMessage Told(ChatMessage message) =>
        ChangeOfOriginal(message) is { Kind: MessageKind.Recalled } ? Read(message) : Current(message);

    /// <summary>A message that was read at any time: its quote may be older, too.</summary>
    private ChatMessage Read(ChatMessage message) => ChangeOfOriginal(message) is { } change
        ? Current(message) with { Quote = ReplyText.After(change) }
        : Current(message);

    private ChatMessage? ChangeOfOriginal(ChatMessage message) =>
        message.Re is { } original ? _last.GetValueOrDefault(original) : null;
}
