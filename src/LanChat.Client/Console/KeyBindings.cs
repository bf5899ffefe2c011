namespace LanChat.Client.Console;

/// <summary>What each key does to the line being typed, and to the list of what it may become.</summary>
internal static class KeyBindings
{
    public enum Outcome
    {
        Edited,
        Entered,
        Interrupted,
    }

    public static Outcome Apply(ConsoleKeyInfo key, LineEditor editor, InputHistory history, Completion completion)
    {
        if (completion.IsOpen && TryChoose(key, editor, completion)) return Outcome.Edited;
        var outcome = Edit(key, editor, history);
        if (IsTyping(key)) completion.Follow(editor);
        else completion.Close();
        return outcome;
    }

    /// <summary>While the list is open, these keys are for it.</summary>
    private static bool TryChoose(ConsoleKeyInfo key, LineEditor editor, Completion completion)
    {
        switch (key.Key)
        {
            case ConsoleKey.Tab when key.Modifiers.HasFlag(ConsoleModifiers.Shift):
            case ConsoleKey.UpArrow: completion.MarkPrevious(); return true;
            case ConsoleKey.DownArrow: completion.MarkNext(); return true;
            case ConsoleKey.Tab: completion.Take(editor); return true;
            case ConsoleKey.Escape: completion.Dismiss(); return true;
            default: return false;
        }
    }

    private static bool IsTyping(ConsoleKeyInfo key) =>
        key.Key == ConsoleKey.Backspace || key is { Key: ConsoleKey.H, Modifiers: ConsoleModifiers.Control } || IsText(key);

    private static bool IsText(ConsoleKeyInfo key) => !char.IsControl(key.KeyChar) && key.Modifiers != ConsoleModifiers.Alt;

    private static Outcome Edit(ConsoleKeyInfo key, LineEditor editor, InputHistory history)
    {
        var control = key.Modifiers.HasFlag(ConsoleModifiers.Control);
        switch (key.Key)
        {
            case ConsoleKey.Enter:
            case ConsoleKey.J or ConsoleKey.M when control: return Outcome.Entered;
            case ConsoleKey.C when control: return Outcome.Interrupted;
            case ConsoleKey.D when control && editor.Text.Length == 0: return Outcome.Interrupted;
            case ConsoleKey.D when control: editor.Delete(); break;
            case ConsoleKey.Backspace:
            case ConsoleKey.H when control: editor.Backspace(); break;
            case ConsoleKey.Delete: editor.Delete(); break;
            case ConsoleKey.LeftArrow:
            case ConsoleKey.B when control: editor.Left(); break;
            case ConsoleKey.RightArrow:
            case ConsoleKey.F when control: editor.Right(); break;
            case ConsoleKey.Home:
            case ConsoleKey.A when control: editor.Home(); break;
            case ConsoleKey.End:
            case ConsoleKey.E when control: editor.End(); break;
            case ConsoleKey.UpArrow:
            case ConsoleKey.P when control: Recall(editor, history.Back(editor.Text)); break;
            case ConsoleKey.DownArrow:
            case ConsoleKey.N when control: Recall(editor, history.Forth()); break;
            case ConsoleKey.U when control: editor.DeleteToStart(); break;
            case ConsoleKey.K when control: editor.DeleteToEnd(); break;
            case ConsoleKey.W when control: editor.DeleteWord(); break;
            default:
                if (IsText(key)) editor.Insert(key.KeyChar);
                break;
        }

        return Outcome.Edited;
    }

    private static void Recall(LineEditor editor, string? line)
    {
        if (line is not null) editor.Replace(line);
    }
}
