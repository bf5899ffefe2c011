using LanChat.Settings;

namespace LanChat.Client.Settings;

/// <summary>How long to pause after a lost connection: <c>lanchat.client.reconnect</c>.</summary>
/// <param name="First">The first pause.</param>
/// <param name="Longest">Each pause is twice the one before, up to this; no pause is longer.</param>
internal sealed record ReconnectSettings(TimeSpan First, TimeSpan Longest)
{
    private static readonly TimeSpan Least = TimeSpan.FromMilliseconds(10);

    public static ReconnectSettings Read(LayeredSettings settings) => new(
        settings.Duration("lanchat.client.reconnect.first", Least),
        settings.Duration("lanchat.client.reconnect.longest", Least));
}
