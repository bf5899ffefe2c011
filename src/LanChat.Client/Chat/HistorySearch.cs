using System.Globalization;
using LanChat.Client.Display;
using LanChat.Client.Sessions;
using LanChat.Client.Views;
using LanChat.Protocol;
using LanChat.Texts;

namespace LanChat.Client.Chat;

/// <summary>
/// How the search of a room's whole history stands: what is asked next, and what was found, by
/// numbers.
/// </summary>
internal sealed class HistorySearch
{
    /// <summary>
    /// Names the question for what was said around a message; holes have numbers of their own.
    /// </summary>
    public const long AroundTag = -1;

    private const int PageSize = 20;
    private const int AroundSize = 21;

    // Where little is found the server looks at a part of the history at a time: so many are asked
    // for without being told to.
    private const int MostParts = 20;
    private const int MostCharacters = 200;

    private readonly List<ChatMessage> _found = [];
    private SearchWords? _words;
    private long _tag;
    private long? _next;
    private int _parts;
    private int _shown;

    /// <summary>The message whose surroundings were asked for.</summary>
    public long Around { get; private set; }

    /// <summary>What is looked for; may be empty.</summary>
    public string Text => _words?.Text ?? "";

    /// <summary>The first question.</summary>
    public ClientMessage.Search Begin(SearchWords words)
    {
        (_words, _next, _parts, _shown) = (words, null, 0, 0);
        _found.Clear();
        return words.ToRequest(++_tag, null, PageSize);
    }

    /// <summary>The next question; null when everything was looked through.</summary>
    public ClientMessage.Search? More()
    {
        _parts = 0;
        return _words is not null && _next is { } next ? _words.ToRequest(++_tag, next, PageSize) : null;
    }

    /// <summary>What to show of an answer, or else what to ask next.</summary>
    public (ViewProtocol.ShowFound? Shown, ClientMessage.Search? Asked) Take(RoomEvent.Found found)
    {
        if (found.Tag != _tag || _words is null) return (null, null);
        _found.AddRange(found.Messages);
        _next = found.Next;
        if (found.WasCut && _found.Count - _shown < PageSize && ++_parts < MostParts)
            return (null, _words.ToRequest(++_tag, _next, PageSize));
        var shown = Shown(_shown, End(found));
        _shown = _found.Count;
        return (shown, null);
    }

    /// <summary>
    /// The question for what was said around one that was found; null when nothing of that number
    /// was.
    /// </summary>
    public ClientMessage.Look? Surroundings(int number)
    {
        if (number < 1 || number > _found.Count) return null;
        Around = _found[number - 1].Id;
        return new ClientMessage.Look(AroundTag, null, null, Around, AroundSize);
    }

    private ViewProtocol.ShowFound Shown(int firstNew, string end) =>
        new(
            SearchTexts.Found,
            [.. _found.Index().Select(one => $"{one.Index + 1,3}  {Line(one.Item, "yyyy-MM-dd HH:mm")}")],
            _found.Count > 0 ? end : SearchTexts.FoundNothing)
        {
            FirstNew = firstNew,
            HasMore = _next is not null,
        };

    private static string End(RoomEvent.Found found) =>
        found.Next is null ? SearchTexts.NoMore : found.WasCut ? SearchTexts.NotAll : SearchTexts.More;

    private static string Line(ChatMessage message, string format)
    {
        var text = string.Join(" / ", TerminalText.Lines(MessageWording.TextOf(TranscriptMessage.Of(message))));
        if (text.Length > MostCharacters)
            text = text[..(char.IsHighSurrogate(text[MostCharacters - 1]) ? MostCharacters - 1 : MostCharacters)] + "…";
        var speaker = TranscriptMessage.IsFromMember(message) && message.Kind != MessageKind.Acted
            ? $"{TerminalText.OneLine(message.Nickname)}: "
            : "";
        return $"{message.Time.ToString(format, CultureInfo.InvariantCulture)} {speaker}{text}";
    }
}
