using LanChat.Settings;

namespace LanChat.Client.Settings;

/// <summary>Backoff of reconnecting: <c>lanchat.client.reconnect</c>.</summary>
/// <param name="First">The first pause.</param>
/// <param name="Longest">The maximum pause; each pause is twice the one before.</param>
internal sealed record ReconnectSettings(TimeSpan First, TimeSpan Longest)
{
    private static readonly TimeSpan Least = TimeSpan.FromMilliseconds(10);

    public static ReconnectSettings Read(LayeredSettings settings) => new(
        settings.Duration("lanchat.client.reconnect.first", Least),
        settings.Duration("lanchat.client.reconnect.longest", Least));
}
