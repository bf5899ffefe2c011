namespace LanChat.Client.Terminal.Devices;

/// <summary>Whom a terminal tells what happens on it, on whichever thread.</summary>
/// <param name="Pressed">A key.</param>
/// <param name="Pasted">Text that was pasted.</param>
/// <param name="Scrolled">The wheel was turned, by so many rows; up is more than 0.</param>
/// <param name="Resized">The size is another.</param>
/// <param name="Restored">Nothing that was written stands there any more.</param>
/// <param name="Focused">The terminal has the focus, or has it no more; not every terminal tells.</param>
internal sealed record TerminalEvents(
    Action<ConsoleKeyInfo> Pressed, Action<string> Pasted, Action<int> Scrolled, Action Resized, Action Restored, Action<bool> Focused);
