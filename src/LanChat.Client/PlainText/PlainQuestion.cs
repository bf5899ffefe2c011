namespace LanChat.Client.PlainText;

/// <summary>
/// The question of the join prompt: printed once, after all output that precedes it. What answers a
/// secret one is not echoed.
/// </summary>
/// <param name="setEcho">Switches the echo of the terminal.</param>
internal sealed class PlainQuestion(Action<bool> setEcho)
{
    private string _text = "";
    private bool _isSecret;
    private bool _isShown;

    public void Set(string text, bool isSecret)
    {
        if (text != _text) _isShown = false;
        if (isSecret != _isSecret) setEcho(!isSecret);
        (_text, _isSecret) = (text, isSecret);
    }

    /// <summary>Prints the question again.</summary>
    public void Reset() => _isShown = false;

    /// <summary>The line to print now; null if it was printed, or there is none.</summary>
    public string? Show()
    {
        if (_isShown || _text.Length == 0) return null;
        _isShown = true;
        return PlainLines.OfQuestion(_text);
    }

    /// <summary>Echoes again, when the program ends.</summary>
    public void Close()
    {
        if (_isSecret) setEcho(true);
    }
}
