namespace LanChat.Client.Terminal.Devices;

/// <summary>Callbacks for terminal events; called on any thread.</summary>
/// <param name="Pressed">A key was pressed.</param>
/// <param name="Pasted">Text was pasted.</param>
/// <param name="Scrolled">The wheel was turned by that many rows; up is positive.</param>
/// <param name="Resized">The size has changed.</param>
/// <param name="Restored">
/// The screen content is lost, as after a suspend; redraw everything.
/// </param>
/// <param name="Focused">The focus was gained or lost; not every terminal reports it.</param>
internal sealed record TerminalEvents(
    Action<ConsoleKeyInfo> Pressed,
    Action<string> Pasted,
    Action<int> Scrolled,
    Action Resized,
    Action Restored,
    Action<bool> Focused);
