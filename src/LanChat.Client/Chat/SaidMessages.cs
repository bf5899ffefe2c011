using LanChat.Protocol;

namespace LanChat.Client.Chat;

/// <summary>
/// The newest messages that the user, or the others, have said in a room, as they are now.
/// </summary>
internal sealed class SaidMessages
{
    private const int Most = 1000;

    private readonly SortedList<long, ChatMessage> _messages = [];

    /// <summary>Id of the last one; 0 for none.</summary>
    public long LastId => _messages.Count > 0 ? _messages.Keys[^1] : 0;

    /// <summary>The last one that was not taken back; null for none.</summary>
    public ChatMessage? Last => Find(_ => true);

    /// <summary>The last one whose text can be changed; null for none.</summary>
    public ChatMessage? LastText => Find(message => message.File is null);

    /// <summary>The message of that id; null if it is not among them.</summary>
    public ChatMessage? this[long id] => _messages.GetValueOrDefault(id);

    /// <summary>Forgets all messages: the room has a new history.</summary>
    public void Clear() => _messages.Clear();

    public void Add(ChatMessage message)
    {
        if (message is not { IsTalk: true, Id: > 0 }) return;
        _messages[message.Id] = message;
        if (_messages.Count > Most) _messages.RemoveAt(0);
    }

    /// <summary>One of the messages was changed; ignored if it is not among them.</summary>
    public void Change(ChatMessage change)
    {
        if (change.Target is { } target && _messages.TryGetValue(target, out var message))
            _messages[target] = message.After(change);
    }

    /// <summary>The last one that matches and was not taken back; null for none.</summary>
    public ChatMessage? Find(Func<ChatMessage, bool> matches) =>
        _messages.Values.LastOrDefault(message => !message.IsGone && matches(message));
}
