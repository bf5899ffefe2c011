using LanChat.Client.Sessions;
using LanChat.Client.Terminal.Widgets;
using LanChat.Client.Views;
using LanChat.Protocol;

namespace LanChat.Client.Terminal.Windows;

/// <summary>
/// Shows messages as they are now, where they are shown, and what the replies to them quote.
/// </summary>
/// <param name="transcript">Where they are shown.</param>
/// <param name="said">Formats a message.</param>
internal sealed class ShownChanges(Scrollback transcript, Func<ViewProtocol.ShowMessage, Entry> said)
{
    public void Apply(EditProtocol.ShowChange change)
    {
        var target = change.Change.Target ?? 0;
        transcript.Replace(
            target, shown => shown.After(change) is var after && after != shown ? said(after) : null);
        Quote(target, QuoteOf(target) ?? ReplyText.After(change.Change));
    }

    public void Refresh(IReadOnlyList<ViewProtocol.ShowMessage> messages)
    {
        foreach (var again in messages)
        {
            var id = again.Message.Id;
            transcript.Replace(id, shown => shown.IsOlderThan(again) ? said(again) : null);
            if (again.Message is { IsGone: true } or { Edited: > 0 } && QuoteOf(id) is { } quote) Quote(id, quote);
        }
    }

    private Quote? QuoteOf(long id) =>
        transcript.Find(id) is { Message: var message } ? ReplyText.QuoteOf(message) : null;

    /// <summary>What is gone stays so.</summary>
    private void Quote(long original, Quote quote) => transcript.ReplaceReplies(original, shown => said(shown with
    {
        Message = shown.Message.Quote == ReplyText.Gone ? shown.Message : shown.Message with { Quote = quote },
    }));
}
