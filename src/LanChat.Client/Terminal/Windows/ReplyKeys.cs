namespace LanChat.Client.Terminal.Windows;

/// <summary>Keys that begin and end a reply: Alt+R, Esc, and Ctrl+C if nothing is typed.</summary>
internal static class ReplyKeys
{
    public static bool TryApply(ConsoleKeyInfo key, WindowManager windows)
    {
        var window = windows.Active;
        if (key is { Modifiers: ConsoleModifiers.Alt, KeyChar: 'r' })
        {
            windows.BeginReply();
            return true;
        }

        if (window.Edit.Original is null || window.Completion.IsOpen) return false;
        switch (key.Key, key.Modifiers)
        {
            case (ConsoleKey.Escape, _) when window.Transcript.Search is null:
            case (ConsoleKey.C, ConsoleModifiers.Control) when window.Editor.Text.Length == 0:
                window.Edit.EndReply();
                return true;
            default: return false;
        }
    }
}
