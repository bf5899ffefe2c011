namespace LanChat.Client.Terminal.Windows;

/// <summary>
/// Keys that begin and end changing a message: ↑ on an empty line, Esc and Ctrl+C. Arrows leave a
/// message that was not changed.
/// </summary>
internal static class EditKeys
{
    public static bool TryApply(ConsoleKeyInfo key, Window window)
    {
        var edit = window.Edit;
        if (window.Completion.IsOpen) return false;
        if (edit.Message is null)
        {
            return (key.Key, key.Modifiers) == (ConsoleKey.UpArrow, 0) && window.Editor.Text.Length == 0
                && !window.IsSecret && edit.TryBegin();
        }

        switch (key.Key, key.Modifiers)
        {
            case (ConsoleKey.Escape, _) when window.Transcript.Search is null:
            case (ConsoleKey.C, ConsoleModifiers.Control):
            case (ConsoleKey.DownArrow, 0) when !edit.IsChanged: edit.End(); return true;
            case (ConsoleKey.UpArrow or ConsoleKey.DownArrow, ConsoleModifiers.Alt):
            case (ConsoleKey.P or ConsoleKey.N, ConsoleModifiers.Control):
            case (ConsoleKey.UpArrow, 0) when !window.Editor.Up(): return TryLeave(edit);
            case (ConsoleKey.UpArrow, 0): return true;
            default: return false;
        }
    }

    /// <summary>The key goes on to the input history, unless a change would be lost.</summary>
    private static bool TryLeave(EditMode edit)
    {
        if (edit.IsChanged) return true;
        edit.End();
        return false;
    }
}
