namespace LanChat.Client.Terminal.Input;

/// <summary>
/// Maps a key to an edit of the line or the completion list, or to an <see cref="Outcome"/> that
/// the view handles.
/// </summary>
internal static class KeyBindings
{
    public enum Outcome
    {
        Edited,
        Entered,
        Interrupted,
        Suspended,
        PageUp,
        PageDown,
        ToTop,
        ToEnd,
        DrawAll,
        ToUnread,
        ToggleRooms,
        ToggleMembers,
        FindOlder,
        FindNewer,
        Escaped,
    }

    public static Outcome Apply(ConsoleKeyInfo key, LineEditor editor, InputHistory history, Completion completion)
    {
        if (completion.IsOpen && TryChoose(key, editor, completion)) return Outcome.Edited;
        if (key.Key == ConsoleKey.Tab)
        {
            completion.Complete(editor);
            return Outcome.Edited;
        }

        if (ViewAction(key) is { } wanted) return wanted;
        var outcome = Edit(key, editor, history);
        if (IsTyping(key)) completion.Update(editor);
        else completion.Close();
        return outcome;
    }

    /// <summary>Handles the keys of the open completion list.</summary>
    private static bool TryChoose(ConsoleKeyInfo key, LineEditor editor, Completion completion)
    {
        switch (key.Key)
        {
            case ConsoleKey.Tab when key.Modifiers.HasFlag(ConsoleModifiers.Shift):
            case ConsoleKey.UpArrow: completion.SelectPrevious(); return true;
            case ConsoleKey.DownArrow: completion.SelectNext(); return true;
            case ConsoleKey.Tab: completion.Accept(editor); return true;
            case ConsoleKey.Escape: completion.Dismiss(); return true;
            default: return false;
        }
    }

    private static bool IsTyping(ConsoleKeyInfo key) =>
        key.Key == ConsoleKey.Backspace
        || key is { Key: ConsoleKey.H, Modifiers: ConsoleModifiers.Control }
        || IsText(key);

    private static bool IsText(ConsoleKeyInfo key) =>
        !char.IsControl(key.KeyChar) && key.Modifiers != ConsoleModifiers.Alt;

    private static Outcome? ViewAction(ConsoleKeyInfo key) => (key.Key, key.Modifiers) switch
    {
        (ConsoleKey.PageUp, _) => Outcome.PageUp,
        (ConsoleKey.PageDown, _) => Outcome.PageDown,
        (ConsoleKey.Home, ConsoleModifiers.Control) => Outcome.ToTop,
        (ConsoleKey.End, ConsoleModifiers.Control) => Outcome.ToEnd,
        (ConsoleKey.L, ConsoleModifiers.Control) => Outcome.DrawAll,
        (ConsoleKey.F3, ConsoleModifiers.Shift) => Outcome.FindNewer,
        (ConsoleKey.F3, _) => Outcome.FindOlder,
        (_, ConsoleModifiers.Alt) when key.KeyChar is 'a' => Outcome.ToUnread,
        (ConsoleKey.F7, _) => Outcome.ToggleRooms,
        (ConsoleKey.F8, _) => Outcome.ToggleMembers,
        (ConsoleKey.Escape, _) => Outcome.Escaped,
        _ => null,
    };

    private static Outcome Edit(ConsoleKeyInfo key, LineEditor editor, InputHistory history)
    {
        var alt = key.Modifiers.HasFlag(ConsoleModifiers.Alt);
        var control = key.Modifiers.HasFlag(ConsoleModifiers.Control);
        switch (key.Key)
        {
            case ConsoleKey.Enter when alt: editor.Insert("\n"); break;
            case ConsoleKey.Enter:
            case ConsoleKey.J or ConsoleKey.M when control: return Outcome.Entered;
            case ConsoleKey.C when control && editor.Text.Length > 0: Clear(editor, history); break;
            case ConsoleKey.C when control: return Outcome.Interrupted;
            case ConsoleKey.Z when control: return Outcome.Suspended;
            case ConsoleKey.D when control && editor.Text.Length == 0: return Outcome.Interrupted;
            case ConsoleKey.UpArrow when editor.Up():
            case ConsoleKey.DownArrow when editor.Down(): break;
            case ConsoleKey.UpArrow:
            case ConsoleKey.P when control: ShowLine(editor, history.Previous(editor.Text)); break;
            case ConsoleKey.DownArrow:
            case ConsoleKey.N when control: ShowLine(editor, history.Next()); break;
            default:
                if (IsText(key)) editor.Insert(key.KeyChar);
                else if (alt || !Move(key.Key, control, editor)) EditWord(key, editor);
                break;
        }

        return Outcome.Edited;
    }

    /// <summary>Moves or deletes by one character or to an end of the line.</summary>
    private static bool Move(ConsoleKey key, bool control, LineEditor editor)
    {
        switch (key)
        {
            case ConsoleKey.D when control:
            case ConsoleKey.Delete: editor.Delete(); return true;
            case ConsoleKey.Backspace:
            case ConsoleKey.H when control: editor.Backspace(); return true;
            case ConsoleKey.LeftArrow when !control:
            case ConsoleKey.B when control: editor.Left(); return true;
            case ConsoleKey.RightArrow when !control:
            case ConsoleKey.F when control: editor.Right(); return true;
            case ConsoleKey.Home:
            case ConsoleKey.A when control: editor.Home(); return true;
            case ConsoleKey.End:
            case ConsoleKey.E when control: editor.End(); return true;
            case ConsoleKey.U when control: editor.DeleteToStart(); return true;
            case ConsoleKey.K when control: editor.DeleteToEnd(); return true;
            case ConsoleKey.W when control: editor.DeleteWord(); return true;
            default: return false;
        }
    }

    /// <summary>Moves or deletes by words: letters with Alt, arrows with Control or Alt.</summary>
    private static void EditWord(ConsoleKeyInfo key, LineEditor editor)
    {
        switch (key.Key, char.ToLowerInvariant(key.KeyChar))
        {
            case (ConsoleKey.LeftArrow, _):
            case (_, 'b'): editor.WordLeft(); break;
            case (ConsoleKey.RightArrow, _):
            case (_, 'f'): editor.WordRight(); break;
            case (ConsoleKey.Backspace, _): editor.DeleteWord(); break;
            case (ConsoleKey.Delete, _):
            case (_, 'd'): editor.DeleteNextWord(); break;
        }
    }

    /// <summary>Clears the line, but keeps it in the history.</summary>
    private static void Clear(LineEditor editor, InputHistory history)
    {
        history.Add(editor.Text);
        editor.Replace("");
    }

    private static void ShowLine(LineEditor editor, string? line)
    {
        if (line is not null) editor.Replace(line);
    }
}
