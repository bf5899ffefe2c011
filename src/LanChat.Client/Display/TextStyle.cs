using LanChat.Texts;
using Spectre.Console;

namespace LanChat.Client.Display;

/// <summary>How a text looks.</summary>
internal sealed record TextStyle
{
    private const string Bold = "1";
    private const string Reverse = "7";

    private static readonly Dictionary<string, string> Attributes = new() { ["bold"] = Bold, ["dim"] = "2", ["underline"] = "4", ["reverse"] = Reverse };

    private string _attributes = "";
    private TextColor? _letters;
    private TextColor? _ground;

    /// <summary>Reads words such as <c>bold yellow</c> or <c>black on #ffcc00</c>; no words are no style.</summary>
    /// <param name="text">The words.</param>
    /// <param name="flaw">What is wrong with them, or null.</param>
    public static TextStyle Read(string text, out string? flaw)
    {
        var (style, isGround) = (new TextStyle(), false);
        flaw = null;
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!isGround && Attributes.TryGetValue(word, out var code)) style._attributes = Join(style._attributes, code);
            else if (!isGround && word == "on") isGround = true;
            else if (TextColor.Read(word) is not { } color) flaw ??= ThemeTexts.NeitherColorNorStyle(word);
            else if (!style.TrySet(color, isGround)) flaw ??= ThemeTexts.OneColorTooMany(word);
            else isGround = false;
        }

        if (isGround) flaw ??= ThemeTexts.GroundMissing;
        return style;
    }

    /// <summary>
    /// The codes between <c>ESC [</c> and <c>m</c>, for the colours that the terminal has; where it has none, what has but a colour is bold, and
    /// what has but a ground is reversed.
    /// </summary>
    public string Codes(ColorSystem colors)
    {
        if (colors != ColorSystem.NoColors) return Join(Join(_attributes, _letters?.Code(colors, isGround: false)), _ground?.Code(colors, isGround: true));
        return _attributes.Length > 0 ? _attributes : _ground is not null ? Reverse : _letters is not null ? Bold : "";
    }

    private bool TrySet(TextColor color, bool isGround)
    {
        if ((isGround ? _ground : _letters) is not null) return false;
        if (isGround) _ground = color;
        else _letters = color;
        return true;
    }

    private static string Join(string codes, string? more) => string.IsNullOrEmpty(more) ? codes : codes.Length == 0 ? more : $"{codes};{more}";
}
