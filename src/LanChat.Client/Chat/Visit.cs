using LanChat.Client.Keys;
using LanChat.Client.Sessions;
using LanChat.Protocol;

namespace LanChat.Client.Chat;

/// <summary>What is known of a visit before it begins.</summary>
/// <param name="Server">Where to go; null to choose from the list.</param>
/// <param name="Nick">The name to enter by; null to ask for it.</param>
/// <param name="Suggested">The name to offer when asking.</param>
/// <param name="Exit">Is given the code to exit with.</param>
internal sealed record Visit(ServerAddress? Server, Nick? Nick, Nick? Suggested, TaskCompletionSource<int> Exit)
{
    /// <summary>The key the names they enter by belong to, if there is one.</summary>
    public DeviceKeyPair? Key { get; init; }

    /// <summary>What is not as it should be from the beginning.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];

    /// <summary>Whether they know that everybody reads what begins with a name.</summary>
    public AtSign AtSign { get; init; } = AtSign.Known;
}
