using LanChat.Client.Settings;
using Spectre.Console;

namespace LanChat.Client.Terminal.Screens;

/// <summary>Colours and styles as the theme has them, as far as the terminal does and the user wants them: without colours, bold and dim remain.</summary>
/// <param name="colors">The colours there are.</param>
/// <param name="theme">What is drawn in which.</param>
internal sealed class Ink(ColorSystem colors, ThemeSettings theme)
{
    /// <summary>Hues that can be read on black and on white and told apart.</summary>
    private static readonly string[] Many = [.. new[] { 160, 166, 172, 64, 29, 37, 31, 33, 63, 98, 133, 168 }.Select(hue => $"1;38;5;{hue}")];
    private static readonly string[] Few = [.. new[] { 31, 32, 33, 34, 35, 36, 91, 92, 94, 95, 96 }.Select(hue => $"1;{hue}")];

    private readonly string _own = theme.Own.Codes(colors);
    private readonly string _mention = theme.Mention.Codes(colors);
    private readonly string _notice = theme.Notice.Codes(colors);
    private readonly string _problem = theme.Problem.Codes(colors);
    private readonly string _faint = theme.Faint.Codes(colors);
    private readonly string _bar = theme.Bar.Codes(colors);
    private readonly string[] _nicks = theme.Nicks.Count > 0 ? [.. theme.Nicks.Select(style => style.Codes(colors))] : colors switch
    {
        ColorSystem.NoColors => ["1"],
        ColorSystem.EightBit or ColorSystem.TrueColor => Many,
        _ => Few,
    };

    /// <summary>The same nickname always has the same colour.</summary>
    public Piece Nick(string nickname, string text) => new(text, Choose(_nicks, nickname));

    public Piece Own(string text) => new(text, _own);

    public Piece Strong(string text) => new(text, "1");

    public Piece Faint(string text) => new(text, _faint);

    /// <summary>A line that stands out by its ground.</summary>
    public Piece Bar(string text) => new(text, _bar);

    public Piece Notice(string text) => new(text, _notice);

    /// <summary>What is said to this user.</summary>
    public Piece Mention(string text) => new(text, _mention);

    /// <summary>What was searched for; <paramref name="isCurrent"/> where one looks at it.</summary>
    public Piece Hit(string text, bool isCurrent) => new(text, isCurrent ? "1;7" : "1;4");

    public Piece Problem(string text) => new(text, _problem);

    private static string Choose(string[] palette, string nickname)
    {
        var hash = Fnv.Of(nickname);
        return palette[(hash ^ (hash >> 16)) % (uint)palette.Length];
    }
}
