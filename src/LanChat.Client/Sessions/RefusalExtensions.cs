using LanChat.Protocol;
using LanChat.Texts;

namespace LanChat.Client.Sessions;

/// <summary>What a refusal means to a client.</summary>
internal static class RefusalExtensions
{
    /// <summary>Another name may be taken where this one is not.</summary>
    public static bool IsAboutTheName(this Refusal refusal) =>
        refusal.Code.StartsWith("nickname-", StringComparison.Ordinal);

    /// <summary>Its sentence, in this user's language if its code is known.</summary>
    public static string Sentence(this Refusal refusal) => RefusalTexts.Of(refusal.Code, refusal.Text);

    /// <summary>Its sentence, to stand behind "because".</summary>
    public static string Clause(this Refusal refusal) =>
        refusal.Sentence().TrimEnd('.', '。') is [var first, .. var rest]
            ? char.ToLowerInvariant(first) + rest
            : refusal.Code;
}
