using LanChat.Client.Views;

namespace LanChat.Client.Terminal.Windows;

/// <summary>Keys of an overlay; all other keys go to the line editor.</summary>
internal static class OverlayKeys
{
    /// <param name="key">The key.</param>
    /// <param name="overlay">The overlay.</param>
    /// <param name="isNothingTyped">Enables the keys that otherwise edit the line.</param>
    /// <param name="page">Rows of a page.</param>
    /// <param name="input">The input to forward; null for none.</param>
    public static bool TryApply(
        ConsoleKeyInfo key,
        Overlay overlay,
        bool isNothingTyped,
        int page,
        out ViewProtocol.IUserInput? input)
    {
        input = null;
        switch (key.Key, key.Modifiers)
        {
            case (ConsoleKey.Escape, _):
            case (ConsoleKey.C, ConsoleModifiers.Control) when isNothingTyped: overlay.Close(); return true;
            case (ConsoleKey.PageUp, _): input = overlay.Move(-page); return true;
            case (ConsoleKey.PageDown, _): input = overlay.Move(page); return true;
            case (ConsoleKey.Home, ConsoleModifiers.Control): input = overlay.Move(-Overlay.Far); return true;
            case (ConsoleKey.End, ConsoleModifiers.Control): input = overlay.Move(Overlay.Far); return true;
            case (ConsoleKey.UpArrow, 0) when isNothingTyped: input = overlay.Move(-1); return true;
            case (ConsoleKey.DownArrow, 0) when isNothingTyped: input = overlay.Move(1); return true;
            case (ConsoleKey.Enter, 0) when isNothingTyped:
                input = overlay.Choose();
                overlay.Close();
                return true;
            default: return false;
        }
    }
}
