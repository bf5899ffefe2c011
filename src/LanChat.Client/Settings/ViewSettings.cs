using LanChat.Settings;

namespace LanChat.Client.Settings;

/// <summary>Behaviour of the terminal client: <c>lanchat.client.view</c>.</summary>
/// <param name="Scrollback">Maximum number of messages in a transcript.</param>
/// <param name="Bell">Whether to ring the bell for mentions and private messages.</param>
/// <param name="Notify">
/// Whether to show a desktop notification for them while the terminal has no focus.
/// </param>
/// <param name="Comings">Whether to show joins and leaves.</param>
/// <param name="Wheel">Whether the mouse wheel scrolls.</param>
internal sealed record ViewSettings(
    int Scrollback,
    bool Bell,
    bool Notify,
    bool Comings = true,
    bool Wheel = true)
{
    public static ViewSettings Read(LayeredSettings settings) => new(
        settings.Number("lanchat.client.view.scrollback", 100, 1_000_000),
        settings.Switch("lanchat.client.view.bell"),
        settings.Switch("lanchat.client.view.notify"),
        settings.Switch("lanchat.client.view.comings"),
        settings.Switch("lanchat.client.view.wheel"));
}
