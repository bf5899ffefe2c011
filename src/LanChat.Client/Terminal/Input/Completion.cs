using LanChat.Client.Views;

namespace LanChat.Client.Terminal.Input;

/// <summary>
/// The completion list for the word before the cursor, with one suggestion selected.
/// </summary>
internal sealed class Completion
{
    public const int MaxShown = 6;

    private int _start;
    private int? _dismissed;
    private bool _onRequest;

    /// <summary>Nicknames that can be completed.</summary>
    public IReadOnlyList<string> Names { get; set; } = [];

    /// <summary>What the user may do; other commands are not completed.</summary>
    public RoomPermissions Permissions { get; set; } = RoomPermissions.None;

    public IReadOnlyList<Suggestion> Shown { get; private set; } = [];

    public int Selected { get; private set; }

    public bool IsOpen => Shown.Count > 0;

    /// <summary>Updates the list after an insertion or deletion.</summary>
    public void Update(LineEditor editor)
    {
        (Shown, Selected) = ([], 0);
        var before = editor.Text[..editor.Cursor];
        var found = _onRequest
            ? Suggestions.OnRequest(before, Names, Permissions)
            : Suggestions.For(before, Names, Permissions);
        if (found?.Start != _dismissed) _dismissed = null;
        if (found is not var (start, matches) || start == _dismissed) return;
        (_start, Shown) = (start, [.. matches.Take(MaxShown)]);
        _onRequest &= IsOpen;
    }

    /// <summary>
    /// Completes on request (Tab): accepts the only match, or opens a list that stays open while
    /// typing.
    /// </summary>
    public void Complete(LineEditor editor)
    {
        (_onRequest, _dismissed) = (true, null);
        Update(editor);
        if (Shown.Count == 1) Accept(editor);
    }

    public void SelectNext() => Selected = (Selected + 1) % Shown.Count;

    public void SelectPrevious() => Selected = (Selected + Shown.Count - 1) % Shown.Count;

    /// <summary>Inserts the selected suggestion.</summary>
    public void Accept(LineEditor editor)
    {
        editor.ReplaceFrom(_start, Shown[Selected].Text);
        Close();
    }

    /// <summary>Closes the list and keeps it closed for the current word.</summary>
    public void Dismiss()
    {
        Close();
        _dismissed = _start;
    }

    public void Close() => (Shown, _dismissed, _onRequest) = ([], null, false);
}
