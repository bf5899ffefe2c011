using LanChat.Protocol;
using LanChat.Rooms;
using LanChat.Server.Storage;

namespace LanChat.Server.Search;

/// <summary>
/// Answers requests for history pages and searches. Semantics: IRCv3 chathistory.
/// </summary>
internal static class HistoryQueries
{
    /// <summary>The maximum number of messages in a reply.</summary>
    public const int MaxMessages = 200;

    private const int DefaultMessages = 100;

    // The maximum size of a reply's texts, in bytes; one message always fits.
    private const int MaxBytes = 256 * 1024;

    /// <param name="request">
    /// A <see cref="ClientMessage.ReadHistory"/> or <see cref="ClientMessage.Search"/>.
    /// </param>
    /// <param name="reader">Reads the history.</param>
    public static RoomEvent Run(ClientMessage request, IHistoryReader reader) =>
        Dispatch(request, reader) with { ReplyTo = request.RequestId };

    private static RoomEvent Dispatch(ClientMessage request, IHistoryReader reader) => request switch
    {
        ClientMessage.ReadHistory page => Page(page, reader, MaxBytes),
        ClientMessage.Search search when search.Text.EnumerateRunes().Count() > SearchQuery.MaxTextLength =>
            Refused(Refusal.SearchTooLong),
        ClientMessage.Search search => Found(search, reader, MaxBytes),
        _ => Refused(Refusal.UnknownRequest),
    };

    /// <summary>
    /// Has no room address: only rich clients send these requests, and their frames omit it.
    /// </summary>
    public static RoomEvent.Refused Refused(Refusal reason) => new(reason, new PeerAddress("0.0.0.0", 0), DateTime.Now);

    private static RoomEvent.HistoryPage Page(ClientMessage.ReadHistory request, IHistoryReader reader, int maxBytes)
    {
        var (messages, anchor) = Read(request, reader, LimitOf(request.Limit), maxBytes);
        var hasOlder = reader.ReadBefore(messages is [var first, ..] ? first.Id : anchor, 1).Count > 0;
        var hasNewer = reader.ReadAfter(messages is [.., var last] ? last.Id : anchor - 1, 1).Count > 0;
        return new RoomEvent.HistoryPage(request.Tag, Quoted(messages, reader), hasOlder, hasNewer);
    }

    /// <summary>
    /// The messages; and the id around which to look for neighbours if there are none.
    /// </summary>
    private static (IReadOnlyList<ChatMessage> Messages, long Anchor) Read(
        ClientMessage.ReadHistory request, IHistoryReader reader, int limit, int maxBytes)
    {
        if (request.Around is { } around) return (Around(reader, Within(around), limit, maxBytes), Within(around));
        if (request.After is { } after)
        {
            var found = reader.ReadAfter(Within(after), limit).TakeWhile(message => !(message.Id >= request.Before));
            return ([.. ByteBudget.Fit(found, ref maxBytes)], Within(after) + 1);
        }

        var before = Within(request.Before ?? long.MaxValue);
        return ([.. ByteBudget.Fit(reader.ReadBefore(before, limit).Reverse(), ref maxBytes).Reverse()], before);
    }

    private static ChatMessage[] Around(IHistoryReader reader, long id, int limit, int maxBytes)
    {
        var older = reader.ReadBefore(id, limit / 2);
        var newer = reader.ReadAfter(id - 1, limit - older.Count);
        if (older.Count + newer.Count < limit) older = reader.ReadBefore(id, limit - newer.Count);
        var half = maxBytes / 2;
        var shown = ByteBudget.Fit(newer, ref half);
        half += maxBytes / 2;
        return [.. ByteBudget.Fit(older.Reverse(), ref half).Reverse(), .. shown];
    }

    private static RoomEvent.Found Found(ClientMessage.Search search, IHistoryReader reader, int maxBytes)
    {
        var query = new SearchQuery(
            search.Text, search.From, search.Since, search.Until, Within(
                search.Before ?? long.MaxValue), LimitOf(search.Limit));
        var result = reader.Search(query);
        var shown = ByteBudget.Fit(Quoted(result.Messages, reader), ref maxBytes);
        return shown.Count < result.Messages.Count
            ? new RoomEvent.Found(search.Tag, shown, shown[^1].Id, false)
            : new RoomEvent.Found(search.Tag, shown, result.Next, result.ScanLimitReached);
    }

    private static IReadOnlyList<ChatMessage> Quoted(IReadOnlyList<ChatMessage> messages, IHistoryReader reader) =>
        Quotes.Fill(messages, id => reader.ReadAfter(Within(id) - 1, 1).FirstOrDefault(message => message.Id == id));

    private static int LimitOf(long? limit) => (int)Math.Clamp(limit ?? DefaultMessages, 1, MaxMessages);

    // Leaves room for adding and subtracting one.
    private static long Within(long id) => Math.Clamp(id, long.MinValue + 2, long.MaxValue - 2);
}
