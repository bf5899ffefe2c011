using LanChat.Protocol;

namespace LanChat.Rooms;

/// <summary>Quotes of what messages reply to; they are not stored with them.</summary>
public static class Quotes
{
    /// <summary>Adds the missing quotes of messages.</summary>
    /// <param name="messages">The messages.</param>
    /// <param name="find">
    /// Finds a message that is not among them; null if it is not at hand.
    /// </param>
    public static IReadOnlyList<ChatMessage> Fill(
        IReadOnlyList<ChatMessage> messages, Func<long, ChatMessage?> find)
    {
        ArgumentNullException.ThrowIfNull(messages);
        if (!messages.Any(message => message is { Re: not null, Quote: null })) return messages;
        var known = new Dictionary<long, ChatMessage?>();
        foreach (var message in messages) known.TryAdd(message.Id, message);
        return
        [
            .. messages.Select(message => message is { Re: { } id, Quote: null } ? WithQuote(message, id) : message),
        ];

        ChatMessage WithQuote(ChatMessage message, long id)
        {
            if (!known.TryGetValue(id, out var original)) known[id] = original = find(id);
            return original is null ? message : message with { Quote = Quote.Of(original) };
        }
    }
}
