using LanChat.Settings;

namespace LanChat.Client.Settings;

/// <summary>How long to pause after a lost connection: <c>lanchat.client.reconnect</c>.</summary>
/// <param name="First">The first pause.</param>
/// <param name="Longest">Each pause is twice the one before, up to this.</param>
internal sealed record ReconnectSettings(TimeSpan First, TimeSpan Longest)
{
    public static ReconnectSettings Read(LayeredSettings settings)
    {
        var first = settings.Duration("lanchat.client.reconnect.first", TimeSpan.FromMilliseconds(10));
        return new ReconnectSettings(first, settings.Duration("lanchat.client.reconnect.longest", first));
    }
}
