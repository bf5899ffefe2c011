using LanChat.Texts;
using Spectre.Console;

namespace LanChat.Client.Display;

/// <summary>Attributes and colours of a text.</summary>
internal sealed record TextStyle
{
    private const string Bold = "1";
    private const string Reverse = "7";

    private static readonly Dictionary<string, string> Attributes = new()
    {
        ["bold"] = Bold,
        ["dim"] = "2",
        ["underline"] = "4",
        ["reverse"] = Reverse,
    };

    private string _attributes = "";
    private TextColor? _foreground;
    private TextColor? _background;

    /// <summary>
    /// Parses words such as <c>bold yellow</c> or <c>black on #ffcc00</c>; an empty text is no
    /// style.
    /// </summary>
    /// <param name="text">The words.</param>
    /// <param name="flaw">The error, or null.</param>
    public static TextStyle Read(string text, out string? flaw)
    {
        var (style, isBackground) = (new TextStyle(), false);
        flaw = null;
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!isBackground && Attributes.TryGetValue(word, out var code))
                style._attributes = Join(style._attributes, code);
            else if (!isBackground && word == "on") isBackground = true;
            else if (TextColor.Read(word) is not { } color) flaw ??= ThemeTexts.NeitherColorNorStyle(word);
            else if (!style.TrySet(color, isBackground)) flaw ??= ThemeTexts.OneColorTooMany(word);
            else isBackground = false;
        }

        if (isBackground) flaw ??= ThemeTexts.GroundMissing;
        return style;
    }

    /// <summary>
    /// The SGR codes between <c>ESC [</c> and <c>m</c> for the available colours. Without colours,
    /// a style with only a colour becomes bold, and one with only a background reverse.
    /// </summary>
    public string Codes(ColorSystem colors)
    {
        if (colors != ColorSystem.NoColors)
        {
            var foreground = _foreground?.Code(colors, isBackground: false);
            var background = _background?.Code(colors, isBackground: true);
            return Join(Join(_attributes, foreground), background);
        }

        return _attributes.Length > 0
            ? _attributes
            : _background is not null ? Reverse : _foreground is not null ? Bold : "";
    }

    private bool TrySet(TextColor color, bool isBackground)
    {
        if ((isBackground ? _background : _foreground) is not null) return false;
        if (isBackground) _background = color;
        else _foreground = color;
        return true;
    }

    private static string Join(string codes, string? more) =>
        string.IsNullOrEmpty(more) ? codes : codes.Length == 0 ? more : $"{codes};{more}";
}
