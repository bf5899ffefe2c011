using LanChat.Client.Views;

namespace LanChat.Client.Terminal.Windows;

/// <summary>The keys that are for what lies over the talk; all others are for what is typed.</summary>
internal static class OverlayKeys
{
    /// <param name="key">What was pressed.</param>
    /// <param name="overlay">What lies there.</param>
    /// <param name="isNothingTyped">Then some more keys are for it.</param>
    /// <param name="page">How far a page is.</param>
    /// <param name="wish">What is wanted by the key; null for nothing.</param>
    public static bool TryApply(ConsoleKeyInfo key, Overlay overlay, bool isNothingTyped, int page, out ViewProtocol.IWish? wish)
    {
        wish = null;
        switch (key.Key, key.Modifiers)
        {
            case (ConsoleKey.Escape, _):
            case (ConsoleKey.C, ConsoleModifiers.Control) when isNothingTyped: overlay.Close(); return true;
            case (ConsoleKey.PageUp, _): wish = overlay.Move(-page); return true;
            case (ConsoleKey.PageDown, _): wish = overlay.Move(page); return true;
            case (ConsoleKey.Home, ConsoleModifiers.Control): wish = overlay.Move(-Overlay.Far); return true;
            case (ConsoleKey.End, ConsoleModifiers.Control): wish = overlay.Move(Overlay.Far); return true;
            case (ConsoleKey.UpArrow, 0) when isNothingTyped: wish = overlay.Move(-1); return true;
            case (ConsoleKey.DownArrow, 0) when isNothingTyped: wish = overlay.Move(1); return true;
            case (ConsoleKey.Enter, 0) when isNothingTyped:
                wish = overlay.Choose();
                overlay.Close();
                return true;
            default: return false;
        }
    }
}
