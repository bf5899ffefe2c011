using System.Globalization;

namespace LanChat.Client.Console;

/// <summary>One line being typed, and the cursor in it. Moves and deletes whole grapheme clusters, never half a character.</summary>
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

        if (char.IsLowSurrogate(typed)) Insert(_half is { } half ? $"{half}{typed}" : "");
        else Insert(typed.ToString());
        _half = null;
    }

    public void Left() => Cursor = Before();

    public void Right() => Cursor = After();

    public void Home() => Cursor = 0;

    public void End() => Cursor = Text.Length;

    public void Backspace() => Remove(Before(), Cursor);

    public void Delete() => Remove(Cursor, After());

    public void DeleteToStart() => Remove(0, Cursor);

    public void DeleteToEnd() => Remove(Cursor, Text.Length);

    /// <summary>The word before the cursor, and the white space between.</summary>
    public void DeleteWord()
    {
        var start = Cursor;
        while (start > 0 && char.IsWhiteSpace(Text[start - 1])) start--;
        while (start > 0 && !char.IsWhiteSpace(Text[start - 1])) start--;
        Remove(start, Cursor);
    }

    public void Replace(string text) => (Text, Cursor) = (text, text.Length);

    /// <summary>Puts a text in the place of what stands between there and the cursor.</summary>
    public void ReplaceFrom(int start, string text)
    {
        if (Text.Length - (Cursor - start) + text.Length > Longest) return;
        Remove(start, Cursor);
        Insert(text);
    }

    private void Insert(string text)
    {
        if (Text.Length + text.Length > Longest) return;
        Text = Text.Insert(Cursor, text);
        Cursor += text.Length;
    }

    private void Remove(int start, int end) => (Text, Cursor) = (Text.Remove(start, end - start), start);

    private int Before() => StringInfo.ParseCombiningCharacters(Text).LastOrDefault(start => start < Cursor);

    private int After() => StringInfo.ParseCombiningCharacters(Text).Where(start => start > Cursor).DefaultIfEmpty(Text.Length).First();
}
