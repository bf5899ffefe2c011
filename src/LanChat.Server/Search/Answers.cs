using LanChat.Protocol;
using LanChat.Server.Storage;

namespace LanChat.Server.Search;

/// <summary>
/// Answers what members ask about the history, from whatever can be read. The meaning is that of
/// IRCv3's chathistory.
/// </summary>
internal static class Answers
{
    /// <summary>The most messages of one answer.</summary>
    public const int Most = 200;

    private const int Usual = 100;

    // How much text the answer may hold, in bytes; one message always fits.
    private const int MostBytes = 256 * 1024;

    /// <param name="question">
    /// A <see cref="ClientMessage.Look"/> or <see cref="ClientMessage.Search"/>.
    /// </param>
    /// <param name="reader">What there is.</param>
    public static RoomEvent To(ClientMessage question, IHistoryReader reader) =>
        Answer(question, reader) with { ReplyTo = question.RequestId };

    private static RoomEvent Answer(ClientMessage question, IHistoryReader reader) => question switch
    {
        ClientMessage.Look look => Page(look, reader, MostBytes),
        ClientMessage.Search search when search.Text.EnumerateRunes().Count() > Query.LongestText =>
            Refused(Refusal.SearchTooLong),
        ClientMessage.Search search => Found(search, reader, MostBytes),
        _ => Refused(Refusal.UnknownRequest),
    };

    /// <summary>
    /// Only rich clients ask, and they are not told where the room is with every answer.
    /// </summary>
    public static RoomEvent.Refused Refused(Refusal reason) => new(reason, new PeerAddress("0.0.0.0", 0), DateTime.Now);

    private static RoomEvent.PageShown Page(ClientMessage.Look look, IHistoryReader reader, int mostBytes)
    {
        var (messages, anchor) = Read(look, reader, LimitOf(look.Limit), mostBytes);
        var hasOlder = reader.Below(messages is [var first, ..] ? first.Id : anchor, 1).Count > 0;
        var hasNewer = reader.Above(messages is [.., var last] ? last.Id : anchor - 1, 1).Count > 0;
        return new RoomEvent.PageShown(look.Tag, messages, hasOlder, hasNewer);
    }

    /// <summary>The messages, and where they would have been if there are none.</summary>
    private static (IReadOnlyList<ChatMessage> Messages, long Anchor) Read(
        ClientMessage.Look look, IHistoryReader reader, int limit, int mostBytes)
    {
        if (look.Around is { } around) return (Around(reader, Within(around), limit, mostBytes), Within(around));
        if (look.After is { } after)
        {
            var found = reader.Above(Within(after), limit).TakeWhile(message => !(message.Id >= look.Before));
            return ([.. Size.OfFirst(found, ref mostBytes)], Within(after) + 1);
        }

        var before = Within(look.Before ?? long.MaxValue);
        return ([.. Size.OfFirst(reader.Below(before, limit).Reverse(), ref mostBytes).Reverse()], before);
    }

    private static ChatMessage[] Around(IHistoryReader reader, long id, int limit, int mostBytes)
    {
        var older = reader.Below(id, limit / 2);
        var newer = reader.Above(id - 1, limit - older.Count);
        if (older.Count + newer.Count < limit) older = reader.Below(id, limit - newer.Count);
        var half = mostBytes / 2;
        var shown = Size.OfFirst(newer, ref half);
        half += mostBytes / 2;
        return [.. Size.OfFirst(older.Reverse(), ref half).Reverse(), .. shown];
    }

    private static RoomEvent.Found Found(ClientMessage.Search search, IHistoryReader reader, int mostBytes)
    {
        var query = new Query(
            search.Text, search.From, search.Since, search.Until, Within(
                search.Before ?? long.MaxValue), LimitOf(search.Limit));
        var findings = reader.Search(query);
        var shown = Size.OfFirst(findings.Messages, ref mostBytes);
        return shown.Count < findings.Messages.Count
            ? new RoomEvent.Found(search.Tag, shown, shown[^1].Id, false)
            : new RoomEvent.Found(search.Tag, findings.Messages, findings.Next, findings.WasCut);
    }

    private static int LimitOf(long? limit) => (int)Math.Clamp(limit ?? Usual, 1, Most);

    // One less and one more are numbers, too.
    private static long Within(long id) => Math.Clamp(id, long.MinValue + 2, long.MaxValue - 2);
}
