using System.Globalization;
using LanChat.Client.Display;
using LanChat.Client.Sessions;
using LanChat.Client.Views;
using LanChat.Protocol;
using LanChat.Texts;

namespace LanChat.Client.Chat;

/// <summary>
/// State of a search in a room's history: the next request, and the numbered results.
/// </summary>
internal sealed class HistorySearch
{
    /// <summary>Tag of requests for the messages around a result; gaps use positive tags.</summary>
    public const long ContextTag = -1;

    private const int PageSize = 20;
    private const int ContextSize = 21;

    // The server searches a part of the history at a time. Up to this many parts are searched
    // without asking the user.
    private const int MaxParts = 20;
    private const int MaxCharacters = 200;

    private readonly List<ChatMessage> _found = [];
    private SearchQuery? _query;
    private long _tag;
    private long? _next;
    private int _parts;
    private int _shown;

    /// <summary>Id of the result whose context was requested.</summary>
    public long ContextId { get; private set; }

    /// <summary>The searched text; may be empty.</summary>
    public string Text => _query?.Text ?? "";

    /// <summary>Starts a search, and returns the first request.</summary>
    public ClientMessage.Search Begin(SearchQuery query)
    {
        (_query, _next, _parts, _shown) = (query, null, 0, 0);
        _found.Clear();
        return query.ToRequest(++_tag, null, PageSize);
    }

    /// <summary>The request for more results; null if the whole history was searched.</summary>
    public ClientMessage.Search? NextPage()
    {
        _parts = 0;
        return _query is not null && _next is { } next ? _query.ToRequest(++_tag, next, PageSize) : null;
    }

    /// <summary>Returns results to show, or the next request.</summary>
    public (ViewProtocol.ShowFound? Shown, ClientMessage.Search? Next) Handle(RoomEvent.Found found)
    {
        if (found.Tag != _tag || _query is null) return (null, null);
        _found.AddRange(found.Messages);
        _next = found.Next;
        if (found.WasCut && _found.Count - _shown < PageSize && ++_parts < MaxParts)
            return (null, _query.ToRequest(++_tag, _next, PageSize));
        var shown = Results(_shown, EndText(found));
        _shown = _found.Count;
        return (shown, null);
    }

    /// <summary>
    /// The request for the messages around a result; null if there is no result with this number.
    /// </summary>
    public ClientMessage.ReadHistory? RequestContext(int number)
    {
        if (number < 1 || number > _found.Count) return null;
        ContextId = _found[number - 1].Id;
        return new ClientMessage.ReadHistory(ContextTag, null, null, ContextId, ContextSize);
    }

    private ViewProtocol.ShowFound Results(int firstNew, string end) =>
        new(
            SearchTexts.Found,
            [.. _found.Index().Select(result => $"{result.Index + 1,3}  {Line(result.Item, "yyyy-MM-dd HH:mm")}")],
            _found.Count > 0 ? end : SearchTexts.FoundNothing)
        {
            FirstNew = firstNew,
            HasMore = _next is not null,
        };

    private static string EndText(RoomEvent.Found found) =>
        found.Next is null ? SearchTexts.NoMore : found.WasCut ? SearchTexts.NotAll : SearchTexts.More;

    private static string Line(ChatMessage message, string format)
    {
        var text = string.Join(" / ", TerminalText.Lines(TranscriptMessage.TextOf(TranscriptMessage.Of(message))));
        if (text.Length > MaxCharacters)
            text = text[..(char.IsHighSurrogate(text[MaxCharacters - 1]) ? MaxCharacters - 1 : MaxCharacters)] + "…";
        var sender = TranscriptMessage.IsFromMember(message) && !TranscriptMessage.NamesSender(message)
            ? $"{TerminalText.OneLine(message.Nickname)}: "
            : "";
        return $"{message.Time.ToString(format, CultureInfo.InvariantCulture)} {sender}{text}";
    }
}
