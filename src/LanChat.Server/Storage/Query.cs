using LanChat.Protocol;

namespace LanChat.Server.Storage;

/// <summary>
/// What somebody looks for in what people said to everyone. Case makes no difference where a
/// character has one other (Unicode's simple mapping to upper case); otherwise text is compared as
/// it was said, never normalised.
/// </summary>
/// <param name="Text">What is to be in it; empty for everything.</param>
/// <param name="From">By whom it was said; by everybody if null.</param>
/// <param name="Since">Not before this moment, local time.</param>
/// <param name="Until">Before this moment, local time.</param>
/// <param name="Before">Only messages before this number.</param>
/// <param name="Limit">How many are wanted.</param>
internal sealed record Query(string Text, string? From, DateTime? Since, DateTime? Until, long Before, int Limit)
{
    /// <summary>The most characters that may be looked for, in code points.</summary>
    public const int LongestText = 200;

    private readonly string? _sender = From is null ? null : SenderKey(From);

    /// <summary>What two names are compared by.</summary>
    public static string SenderKey(string nickname) =>
        Nick.TryRecall(nickname, out var nick) ? nick.Key : nickname.ToUpperInvariant();

    /// <summary>
    /// What people say to everyone; neither private words, nor who came and went.
    /// </summary>
    public static bool IsTalk(MessageKind kind) => kind is MessageKind.Said or MessageKind.Acted or MessageKind.File;

    public bool Matches(ChatMessage message) => message.Id < Before
        && IsTalk(message.Kind)
        && !(message.Time < Since) && !(message.Time >= Until)
        && message.Text.Contains(Text, StringComparison.OrdinalIgnoreCase)
        && (_sender is null || SenderKey(message.Nickname) == _sender);
}
