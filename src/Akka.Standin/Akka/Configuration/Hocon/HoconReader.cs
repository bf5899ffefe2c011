using System.Buffers;
using System.Globalization;
using System.Text;

namespace Akka.Configuration.Hocon;

/// <summary>Reads the words of a HOCON text: blanks, comments, quoted and bare strings. Knows nothing of their order.</summary>
internal sealed class HoconReader(string text)
{
    private const string Reserved = "$\"{}[]:=,#`^?!@*&\\";
    private static readonly SearchValues<char> ReservedInText = SearchValues.Create(Reserved);
    private static readonly SearchValues<char> ReservedInKeys = SearchValues.Create(Reserved + ".\n");

    public int Position { get; private set; }

    public bool AtEnd => Position >= text.Length;

    public char Next => AtEnd ? '\0' : text[Position];

    public bool AtLineEnd => Next == '\n' || AtComment;

    private bool AtComment => Next == '#' || At("//");

    public bool AtBareText => !AtEnd && !char.IsWhiteSpace(Next) && !AtComment && !ReservedInText.Contains(Next);

    public bool At(string word) => string.CompareOrdinal(text, Position, word, 0, word.Length) == 0;

    public bool TrySkip(string word)
    {
        if (!At(word))
            return false;
        Position += word.Length;
        return true;
    }

    public void SkipBlanksAndComments()
    {
        while (!AtEnd && (AtComment || char.IsWhiteSpace(Next)))
        {
            if (AtComment)
                SkipLine();
            else
                Position++;
        }
    }

    public string ReadBlanks() => ReadWhile(() => Next is ' ' or '\t' or '\r');

    public string ReadBareText() => ReadWhile(() => AtBareText);

    public string ReadBareKey() => ReadWhile(() => !AtComment && !ReservedInKeys.Contains(Next)).Trim();

    public string ReadUntil(string end)
    {
        var start = Position;
        var at = text.IndexOf(end, start, StringComparison.Ordinal);
        if (at < 0)
            throw Error($"{end} is missing", start);
        Position = at + end.Length;
        return text[start..at];
    }

    /// <summary>The rest of a string whose opening quote has been read.</summary>
    public string ReadQuoted()
    {
        var start = Position;
        var content = new StringBuilder();
        for (; !AtEnd; Position++)
        {
            if (TrySkip("\""))
                return content.ToString();
            content.Append(Next == '\\' ? ReadEscape() : Next);
        }

        throw Error("\" is missing", start);
    }

    public FormatException Error(string what, int position) =>
        new($"{what} (line {1 + text.AsSpan(0, Math.Min(position, text.Length)).Count('\n')})");

    public FormatException Error(string what) => Error(what, Position);

    private void SkipLine()
    {
        var end = text.IndexOf('\n', Position);
        Position = end < 0 ? text.Length : end;
    }

    private string ReadWhile(Func<bool> wanted)
    {
        var start = Position;
        while (!AtEnd && wanted())
            Position++;
        return text[start..Position];
    }

    private char ReadEscape()
    {
        Position++;
        switch (Next)
        {
            case '"' or '\\' or '/': return Next;
            case 'b': return '\b';
            case 'f': return '\f';
            case 'n': return '\n';
            case 'r': return '\r';
            case 't': return '\t';
            case 'u' when Position + 4 < text.Length
                && ushort.TryParse(text.AsSpan(Position + 1, 4), NumberStyles.AllowHexSpecifier, null, out var code):
                Position += 4;
                return (char)code;
            default: throw Error($"Unknown escape code: {Next}");
        }
    }
}
