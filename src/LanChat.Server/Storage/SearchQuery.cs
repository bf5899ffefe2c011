using LanChat.Protocol;

namespace LanChat.Server.Storage;

/// <summary>
/// A search for member messages. Case-insensitive by Unicode's simple case mapping; text is not
/// normalised.
/// </summary>
/// <param name="Text">The text to find; empty: any text.</param>
/// <param name="From">The sender's nickname; null: any sender.</param>
/// <param name="Since">The earliest time, local.</param>
/// <param name="Until">The end of the time range, local and exclusive.</param>
/// <param name="Before">Only messages before this id.</param>
/// <param name="Limit">The maximum number of messages to return.</param>
internal sealed record SearchQuery(string Text, string? From, DateTime? Since, DateTime? Until, long Before, int Limit)
{
    /// <summary>The maximum length of the text, in code points.</summary>
    public const int MaxTextLength = 200;

    private readonly string? _sender = From is null ? null : SenderKey(From);

    /// <summary>The normalised form by which senders are compared.</summary>
    public static string SenderKey(string nickname) =>
        Nick.TryRecall(nickname, out var nick) ? nick.Key : nickname.ToUpperInvariant();

    /// <summary>
    /// Whether a kind is sent by members to everyone: no private and no system messages.
    /// </summary>
    public static bool IsMemberMessage(MessageKind kind) =>
        kind is MessageKind.Said or MessageKind.Acted or MessageKind.File;

    public bool Matches(ChatMessage message) => message.Id < Before
        && IsMemberMessage(message.Kind) && !message.IsGone
        && !(message.Time < Since) && !(message.Time >= Until)
        && message.Text.Contains(Text, StringComparison.OrdinalIgnoreCase)
        && (_sender is null || SenderKey(message.Nickname) == _sender);
}
