using System.Text;

namespace LanChat.Protocol.Dialects;

/// <summary>
/// Changes and replies for clients that know none: they see an action of whoever made the change,
/// and the beginning of what is replied to in front of a reply.
/// </summary>
internal static class MessageFallback
{
    /// <summary>The text in place of a message that was taken back.</summary>
    public const string Recalled = "took a message back";

    private const char ReplySign = '↪';
    private const int QuoteCells = 40;

    /// <summary>The event without changes; itself if it has none.</summary>
    public static RoomEvent Of(RoomEvent what) => what switch
    {
        RoomEvent.Spoken { Message: var message } spoken when IsKnownToAll(message) => spoken,
        RoomEvent.Spoken { Message: var message } => new RoomEvent.Spoken(Of(message)),
        RoomEvent.HistoryShown shown when shown.Messages.All(IsKnownToAll) && shown.Raw?.All(IsKnownToAll) != false =>
            shown,
        RoomEvent.HistoryShown shown => new RoomEvent.HistoryShown(Of(shown.Messages))
        {
            Raw = shown.Raw is { } raw ? Of(raw) : null,
        },
        RoomEvent.HistoryPage page => page with { Messages = Of(page.Messages) },
        RoomEvent.Found found => found with { Messages = Of(found.Messages) },
        _ => what,
    };

    private static ChatMessage[] Of(IReadOnlyList<ChatMessage> messages) => [.. messages.Select(Of)];

    private static ChatMessage Of(ChatMessage message) => message switch
    {
        { Kind: MessageKind.Edited } => message with { Kind = MessageKind.Acted, Text = $"corrected: {message.Text}" },
        { IsGone: true } or { Kind: MessageKind.Recalled } =>
            message with { Kind = MessageKind.Acted, Text = Recalled },
        { Re: not null } => message with { Text = $"{ReplySign} {Introduction(message.Quote)}{message.Text}" },
        _ => message,
    };

    private static string Introduction(Quote? quote) =>
        quote is null ? "" : $"{quote.Nickname} \"{Beginning(quote.Text)}\": ";

    /// <summary>The first cells of a text; most characters from Hangul on fill two.</summary>
    private static string Beginning(string text)
    {
        const int firstWide = 0x1100;
        var free = QuoteCells;
        var line = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if ((free -= rune.Value < firstWide ? 1 : 2) < 0) return line.Append('…').ToString();
            line.Append(rune);
        }

        return line.ToString();
    }

    private static bool IsKnownToAll(ChatMessage message) => message is { IsChange: false, IsGone: false, Re: null };
}
