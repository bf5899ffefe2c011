using LanChat.Client.Keys;
using LanChat.Client.Sessions;
using LanChat.Protocol;

namespace LanChat.Client.Chat;

/// <summary>Start options of the chat.</summary>
/// <param name="Server">Room to join; null for the join prompt.</param>
/// <param name="Nick">Nickname to join by; null to ask for one.</param>
/// <param name="Suggested">Nickname offered when asking.</param>
/// <param name="Exit">Receives the exit code.</param>
internal sealed record ChatOptions(ServerAddress? Server, Nick? Nick, Nick? Suggested, TaskCompletionSource<int> Exit)
{
    /// <summary>Device key that owns the nicknames; null for none.</summary>
    public DeviceKeyPair? Key { get; init; }

    /// <summary>Problems found at start, to be shown to the user.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];

    /// <summary>
    /// Whether the user knows that everybody reads a message that begins with a mention.
    /// </summary>
    public MentionNotice MentionNotice { get; init; } = MentionNotice.Acknowledged;
}
