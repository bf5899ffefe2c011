using LanChat.Protocol;

namespace LanChat.Server.Storage;

/// <summary>Changes that are held in memory, as the store cannot be written.</summary>
internal static class UnwrittenChanges
{
    /// <summary>The newest messages, with all changes.</summary>
    public static IReadOnlyList<ChatMessage> Newest(IReadOnlyList<ChatMessage> messages, int limit)
    {
        var excess = messages.Count(message => !message.IsChange) - limit;
        return excess <= 0 ? messages : [.. messages.Where(message => message.IsChange || --excess < 0)];
    }

    /// <summary>The stored messages as they are after unwritten changes of them.</summary>
    public static IEnumerable<ChatMessage> Apply(
        IEnumerable<ChatMessage> stored, IReadOnlyList<ChatMessage> unwritten)
    {
        var changes = unwritten.Where(message => message.IsChange).ToLookup(change => change.Target);
        return changes.Count == 0
            ? stored
            : stored.Select(message =>
                changes[message.Id].Aggregate(message, (before, change) => before.After(change)));
    }
}
