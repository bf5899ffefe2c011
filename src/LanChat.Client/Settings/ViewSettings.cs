using LanChat.Settings;

namespace LanChat.Client.Settings;

/// <summary>What the console shows and does: <c>lanchat.client.view</c>.</summary>
/// <param name="Scrollback">How many messages can be gone back to.</param>
/// <param name="Bell">Whether the terminal rings when somebody names or privately speaks to this user.</param>
/// <param name="Notify">Whether the desktop is told of that when the terminal has no focus.</param>
/// <param name="JoinsAndLeaves">Whether those who come and go are shown in the talk.</param>
/// <param name="Wheel">Whether the wheel of the mouse scrolls.</param>
internal sealed record ViewSettings(int Scrollback, bool Bell, bool Notify, bool JoinsAndLeaves = true, bool Wheel = true)
{
    public static ViewSettings Read(LayeredSettings settings) => new(
        settings.Number("lanchat.client.view.scrollback", 100, 1_000_000),
        settings.Switch("lanchat.client.view.bell"),
        settings.Switch("lanchat.client.view.notify"),
        settings.Switch("lanchat.client.view.comings"),
        settings.Switch("lanchat.client.view.wheel"));
}
