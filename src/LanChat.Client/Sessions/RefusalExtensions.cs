using LanChat.Protocol;
using LanChat.Texts;

namespace LanChat.Client.Sessions;

/// <summary>Refusals as the client shows and handles them.</summary>
internal static class RefusalExtensions
{
    /// <summary>Whether another nickname may be accepted.</summary>
    public static bool IsAboutNickname(this Refusal refusal) =>
        refusal.Code.StartsWith("nickname-", StringComparison.Ordinal);

    /// <summary>Whether it says that this user may not enter the room, or no longer.</summary>
    public static bool IsAboutEntry(this Refusal refusal) =>
        refusal.Code.StartsWith("entry-", StringComparison.Ordinal)
        || refusal.Is(Refusal.NoSuchRoom) || refusal.Is(Refusal.Archived) || refusal.Is(Refusal.CodeWrong);

    /// <summary>
    /// The sentence for somebody who waits to be admitted; null if these events say nothing of it.
    /// </summary>
    public static string? WaitingSentence(this IEnumerable<RoomEvent> events) =>
        events.OfType<RoomEvent.Refused>().FirstOrDefault(refused => refused.Reason.Is(Refusal.EntryAsked))
            ?.Reason.Sentence();

    /// <summary>
    /// Whether the room asks for its password, and the user has not given one yet.
    /// </summary>
    public static bool IsFirstPasswordQuestion(this Refusal refusal, RoomAddress room) =>
        refusal.Is(Refusal.EntryPassword) && !room.HasPassword;

    /// <summary>
    /// The sentence in the user's language; the server's text if the code is unknown.
    /// </summary>
    public static string Sentence(this Refusal refusal) =>
        refusal == Refusal.TooManyTries ? JoinTexts.TooManyTries : RefusalTexts.Of(refusal.Code, refusal.Text);

    /// <summary>The sentence as a clause that follows "because".</summary>
    public static string Clause(this Refusal refusal) =>
        refusal.Sentence().TrimEnd('.', '。') is [var first, .. var rest]
            ? char.ToLowerInvariant(first) + rest
            : refusal.Code;
}
