using LanChat.Protocol;
using LanChat.Texts;

namespace LanChat.Client.Sessions;

/// <summary>Refusals as the client shows and handles them.</summary>
internal static class RefusalExtensions
{
    /// <summary>Whether another nickname may be accepted.</summary>
    public static bool IsAboutNickname(this Refusal refusal) =>
        refusal.Code.StartsWith("nickname-", StringComparison.Ordinal);

    /// <summary>
    /// The sentence in the user's language; the server's text if the code is unknown.
    /// </summary>
    public static string Sentence(this Refusal refusal) => RefusalTexts.Of(refusal.Code, refusal.Text);

    /// <summary>The sentence as a clause that follows "because".</summary>
    public static string Clause(this Refusal refusal) =>
        refusal.Sentence().TrimEnd('.', '。') is [var first, .. var rest]
            ? char.ToLowerInvariant(first) + rest
            : refusal.Code;
}
