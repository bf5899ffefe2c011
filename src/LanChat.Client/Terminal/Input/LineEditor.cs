using System.Globalization;

namespace LanChat.Client.Terminal.Input;

/// <summary>A text being typed, of one line or several, and the cursor in it. Moves and deletes whole grapheme clusters, never half a character.</summary>
internal sealed class LineEditor
{
    /// <summary>More is not taken; a room takes less.</summary>
    public const int Longest = 16 * 1024;

    private char? _half;

    public string Text { get; private set; } = "";

    /// <summary>Where the next character goes, an index into <see cref="Text"/>.</summary>
    public int Cursor { get; private set; }

    /// <summary>Characters arrive as UTF-16: the first half of one waits for the other.</summary>
    public void Insert(char typed)
    {
        if (char.IsHighSurrogate(typed))
        {
            _half = typed;
            return;
        }

        if (char.IsLowSurrogate(typed)) _ = _half is { } half && Insert($"{half}{typed}");
        else Insert(typed.ToString());
        _half = null;
    }

    public void Left() => Cursor = Before();

    public void Right() => Cursor = After();

    /// <summary>To the beginning of the line.</summary>
    public void Home() => Cursor = LineStart(Cursor);

    /// <summary>To the end of the line.</summary>
    public void End() => Cursor = LineEnd(Cursor);

    public void WordLeft() => Cursor = WordStart();

    public void WordRight() => Cursor = WordEnd();

    /// <summary>To the line above, if there is one.</summary>
    public bool Up() => LineStart(Cursor) is > 0 and var start && GoTo(LineStart(start - 1));

    /// <summary>To the line below, if there is one.</summary>
    public bool Down() => LineEnd(Cursor) is var end && end < Text.Length && GoTo(end + 1);

    public void Backspace() => Remove(Before(), Cursor);

    public void Delete() => Remove(Cursor, After());

    public void DeleteToStart() => Remove(LineStart(Cursor), Cursor);

    public void DeleteToEnd() => Remove(Cursor, LineEnd(Cursor));

    /// <summary>The word before the cursor, and the white space between.</summary>
    public void DeleteWord() => Remove(WordStart(), Cursor);

    /// <summary>The white space after the cursor, and the word behind it.</summary>
    public void DeleteNextWord() => Remove(Cursor, WordEnd());

    public void Replace(string text) => (Text, Cursor) = (text, text.Length);

    /// <summary>Puts a text in the place of what stands between there and the cursor.</summary>
    public void ReplaceFrom(int start, string text)
    {
        if (Text.Length - (Cursor - start) + text.Length > Longest) return;
        Remove(start, Cursor);
        Insert(text);
    }

    /// <summary>Puts a text in at the cursor, all of it or, when it is too long, nothing.</summary>
    public bool Insert(string text)
    {
        if (Text.Length + text.Length > Longest) return false;
        Text = Text.Insert(Cursor, text);
        Cursor += text.Length;
        return true;
    }

    private void Remove(int start, int end) => (Text, Cursor) = (Text.Remove(start, end - start), start);

    private int Before() => StringInfo.ParseCombiningCharacters(Text).LastOrDefault(start => start < Cursor);

    private int After() => StringInfo.ParseCombiningCharacters(Text).Where(start => start > Cursor).DefaultIfEmpty(Text.Length).First();

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

    /// <summary>As far into that line as the cursor is into its own, or to its end.</summary>
    private bool GoTo(int line)
    {
        var wanted = Math.Min(line + Cursor - LineStart(Cursor), LineEnd(line));
        Cursor = StringInfo.ParseCombiningCharacters(Text).Append(Text.Length).Last(start => start <= wanted);
        return true;
    }
}
