using LanChat.Client.Display;
using LanChat.Protocol;
using LanChat.Texts;

namespace LanChat.Client.Sessions;

/// <summary>What a reply shows of the message that it replies to.</summary>
internal static class ReplyText
{
    private const string Sign = "↪";
    private const int MostCells = 40;

    /// <summary>In place of the quote of a message that was taken back.</summary>
    public static Quote Gone => new("", ReplyTexts.Gone);

    /// <summary>The line above a reply; null for any other message.</summary>
    public static string? LineAbove(ChatMessage message) =>
        message is { IsGone: false, Re: not null } ? LineOf(message.Quote) : null;

    /// <summary>A quote on one line.</summary>
    public static string LineOf(Quote? quote) => quote switch
    {
        null => Sign,
        { Nickname: "" } => $"{Sign} {quote.Text}",
        _ => $"{Sign} {TerminalText.OneLine(quote.Nickname)}: {TerminalText.OneLine(quote.Text)}",
    };

    /// <summary>What stands in front of the text of a message; empty if it is no reply.</summary>
    public static string InFrontOf(ChatMessage message) => message switch
    {
        { Re: null } or { IsGone: true } => "",
        { Quote: null } => $"{Sign} ",
        { Quote: { Nickname: "" } gone } => $"{Sign} {gone.Text}: ",
        { Quote: var quote } => $"{Sign} {quote.Nickname} \"{Truncation.Fit(quote.Text, MostCells)}\": ",
    };

    /// <summary>The quote of a message as the transcript shows it.</summary>
    public static Quote QuoteOf(ChatMessage shown) =>
        Quote.Of(shown with { Text = TranscriptMessage.WithoutSender(shown) }) ?? Gone;

    /// <summary>The quote of a message after a change of it.</summary>
    public static Quote After(ChatMessage change) =>
        change.Kind == MessageKind.Recalled ? Gone : Quote.Of(change) ?? Gone;
}
