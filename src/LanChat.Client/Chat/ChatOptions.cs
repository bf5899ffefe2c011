using LanChat.Client.Keys;
using LanChat.Client.Sessions;
using LanChat.Protocol;

namespace LanChat.Client.Chat;

/// <summary>Start options of the chat.</summary>
/// <param name="Room">Room to join; null for the join prompt.</param>
/// <param name="Nick">Nickname to join by; null to ask for one.</param>
/// <param name="Suggested">Nickname offered when asking.</param>
/// <param name="Exit">Receives the exit code.</param>
internal sealed record ChatOptions(RoomAddress? Room, Nick? Nick, Nick? Suggested, TaskCompletionSource<int> Exit)
{
    /// <summary>A room to join as soon as it is found nearby; null for none.</summary>
    public RoomEntry? Awaited { get; init; }

    /// <summary>Device key that owns the nicknames; null for none.</summary>
    public DeviceKeyPair? Key { get; init; }

    /// <summary>A code that links this device to an account; null for none.</summary>
    public string? LinkCode { get; init; }

    /// <summary>Problems found at start, to be shown to the user.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];

    /// <summary>
    /// Whether the user knows that everybody reads a message that begins with a mention.
    /// </summary>
    public MentionNotice MentionNotice { get; init; } = MentionNotice.Acknowledged;
}
