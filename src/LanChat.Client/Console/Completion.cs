namespace LanChat.Client.Console;

/// <summary>The list of what the word before the cursor may become: open while one is being typed, with one of them marked.</summary>
internal sealed class Completion
{
    public const int Most = 6;

    private int _start;
    private int? _dismissed;

    /// <summary>Whom one can speak to.</summary>
    public IReadOnlyList<string> Names { get; set; } = [];

    public IReadOnlyList<Suggestion> Shown { get; private set; } = [];

    public int Marked { get; private set; }

    public bool IsOpen => Shown.Count > 0;

    /// <summary>Something was typed or deleted.</summary>
    public void Follow(LineEditor editor)
    {
        (Shown, Marked) = ([], 0);
        var found = Suggestions.For(editor.Text[..editor.Cursor], Names);
        if (found?.Start != _dismissed) _dismissed = null;
        if (found is not var (start, matches) || start == _dismissed) return;
        (_start, Shown) = (start, [.. matches.Take(Most)]);
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

    public void Close() => (Shown, _dismissed) = ([], null);
}
