using LanChat.Protocol;

namespace LanChat.Client.Sessions;

/// <summary>What a refusal means to a client.</summary>
internal static class RefusalExtensions
{
    /// <summary>Another name may be taken where this one is not.</summary>
    public static bool IsAboutTheName(this Refusal refusal) => refusal.Code.StartsWith("nickname-", StringComparison.Ordinal);

    /// <summary>Its sentence, to stand behind "because".</summary>
    public static string Clause(this Refusal refusal) =>
        refusal.Text.TrimEnd('.') is [var first, .. var rest] ? char.ToLowerInvariant(first) + rest : refusal.Code;
}
