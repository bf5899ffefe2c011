using System.Globalization;

namespace LanChat.Client.Terminal.Input;

/// <summary>
/// The text being typed, of one or several lines, and its cursor. Moves and deletes whole grapheme
/// clusters.
/// </summary>
internal sealed class LineEditor
{
    /// <summary>Maximum length in UTF-16 units; a room accepts less.</summary>
    public const int MaxLength = 16 * 1024;

    private char? _highSurrogate;

    public string Text { get; private set; } = "";

    /// <summary>Insertion point, an index into <see cref="Text"/>.</summary>
    public int Cursor { get; private set; }

    /// <summary>Inserts a UTF-16 unit; a high surrogate waits for its low surrogate.</summary>
    public void Insert(char typed)
    {
        if (char.IsHighSurrogate(typed))
        {
            _highSurrogate = typed;
            return;
        }

        if (char.IsLowSurrogate(typed)) _ = _highSurrogate is { } high && Insert($"{high}{typed}");
        else Insert(typed.ToString());
        _highSurrogate = null;
    }

    public void Left() => Cursor = PreviousCluster();

    public void Right() => Cursor = NextCluster();

    /// <summary>Moves to the start of the line.</summary>
    public void Home() => Cursor = LineStart(Cursor);

    /// <summary>Moves to the end of the line.</summary>
    public void End() => Cursor = LineEnd(Cursor);

    public void WordLeft() => Cursor = WordStart();

    public void WordRight() => Cursor = WordEnd();

    /// <summary>Moves to the line above; false on the first line.</summary>
    public bool Up() => LineStart(Cursor) is > 0 and var start && GoTo(LineStart(start - 1));

    /// <summary>Moves to the line below; false on the last line.</summary>
    public bool Down() => LineEnd(Cursor) is var end && end < Text.Length && GoTo(end + 1);

    public void Backspace() => Remove(PreviousCluster(), Cursor);

    public void Delete() => Remove(Cursor, NextCluster());

    public void DeleteToStart() => Remove(LineStart(Cursor), Cursor);

    public void DeleteToEnd() => Remove(Cursor, LineEnd(Cursor));

    /// <summary>Deletes the word before the cursor and the white space between.</summary>
    public void DeleteWord() => Remove(WordStart(), Cursor);

    /// <summary>Deletes the white space after the cursor and the word that follows.</summary>
    public void DeleteNextWord() => Remove(Cursor, WordEnd());

    public void Replace(string text) => (Text, Cursor) = (text, text.Length);

    /// <summary>
    /// Replaces the text from <paramref name="start"/> to the cursor; does nothing if the result is
    /// too long.
    /// </summary>
    public void ReplaceFrom(int start, string text)
    {
        if (Text.Length - (Cursor - start) + text.Length > MaxLength) return;
        Remove(start, Cursor);
        Insert(text);
    }

    /// <summary>
    /// Inserts the text at the cursor; returns false and inserts nothing if the result is too long.
    /// </summary>
    public bool Insert(string text)
    {
        if (Text.Length + text.Length > MaxLength) return false;
        Text = Text.Insert(Cursor, text);
        Cursor += text.Length;
        return true;
    }

    private void Remove(int start, int end) => (Text, Cursor) = (Text.Remove(start, end - start), start);

    private int PreviousCluster() => StringInfo.ParseCombiningCharacters(Text).LastOrDefault(start => start < Cursor);

    private int NextCluster() =>
        StringInfo.ParseCombiningCharacters(Text).Where(start => start > Cursor).DefaultIfEmpty(Text.Length).First();

    private int LineStart(int at) => at == 0 ? 0 : Text.LastIndexOf('\n', at - 1) + 1;

    private int LineEnd(int at) => Text.IndexOf('\n', at) is >= 0 and var end ? end : Text.Length;

    private int WordStart()
    {
        var start = Cursor;
        while (start > 0 && char.IsWhiteSpace(Text[start - 1])) start--;
        while (start > 0 && !char.IsWhiteSpace(Text[start - 1])) start--;
        return start;
    }

    private int WordEnd()
    {
        var end = Cursor;
        while (end < Text.Length && char.IsWhiteSpace(Text[end])) end++;
        while (end < Text.Length && !char.IsWhiteSpace(Text[end])) end++;
        return end;
    }

    /// <summary>Moves to the same column of another line, or to its end.</summary>
    private bool GoTo(int line)
    {
        var wanted = Math.Min(line + Cursor - LineStart(Cursor), LineEnd(line));
        Cursor = StringInfo.ParseCombiningCharacters(Text).Append(Text.Length).Last(start => start <= wanted);
        return true;
    }
}
