namespace LanChat.Client.Terminal.Input;

/// <summary>The list of what the word before the cursor may become: open while one is being typed, with one of them marked.</summary>
internal sealed class Completion
{
    public const int Most = 6;

    private int _start;
    private int? _dismissed;
    private bool _asked;

    /// <summary>Whom one can speak to.</summary>
    public IReadOnlyList<string> Names { get; set; } = [];

    public IReadOnlyList<Suggestion> Shown { get; private set; } = [];

    public int Marked { get; private set; }

    public bool IsOpen => Shown.Count > 0;

    /// <summary>Something was typed or deleted.</summary>
    public void Follow(LineEditor editor)
    {
        (Shown, Marked) = ([], 0);
        var before = editor.Text[..editor.Cursor];
        var found = _asked ? Suggestions.Asked(before, Names) : Suggestions.For(before, Names);
        if (found?.Start != _dismissed) _dismissed = null;
        if (found is not var (start, matches) || start == _dismissed) return;
        (_start, Shown) = (start, [.. matches.Take(Most)]);
        _asked &= IsOpen;
    }

    /// <summary>Whatever may stand there: the only one is put in, of several the list is opened and stays open while the word is typed on.</summary>
    public void Ask(LineEditor editor)
    {
        (_asked, _dismissed) = (true, null);
        Follow(editor);
        if (Shown.Count == 1) Take(editor);
    }

    public void MarkNext() => Marked = (Marked + 1) % Shown.Count;

    public void MarkPrevious() => Marked = (Marked + Shown.Count - 1) % Shown.Count;

    /// <summary>Puts the marked one in.</summary>
    public void Take(LineEditor editor)
    {
        editor.ReplaceFrom(_start, Shown[Marked].Text);
        Close();
    }

    /// <summary>Closes the list, and lets it stay closed while the same word is typed on.</summary>
    public void Dismiss()
    {
        Close();
        _dismissed = _start;
    }

    public void Close() => (Shown, _dismissed, _asked) = ([], null, false);
}
