using LanChat.Client.Settings;
using Spectre.Console;

namespace LanChat.Client.Terminal.Screens;

/// <summary>
/// Applies the styles of the configured theme, reduced to the colours of the terminal. Without
/// colours, bold and dim remain.
/// </summary>
/// <param name="colors">The available colours.</param>
/// <param name="theme">The configured styles.</param>
internal sealed class Theme(ColorSystem colors, ThemeSettings theme)
{
    /// <summary>
    /// Hues that are readable on black and on white and distinguishable from each other.
    /// </summary>
    private static readonly string[] Many =
        [.. new[] { 160, 166, 172, 64, 29, 37, 31, 33, 63, 98, 133, 168 }.Select(hue => $"1;38;5;{hue}")];

    private static readonly string[] Few =
        [.. new[] { 31, 32, 33, 34, 35, 36, 91, 92, 94, 95, 96 }.Select(hue => $"1;{hue}")];

    private readonly string _own = theme.Own.Codes(colors);
    private readonly string _mention = theme.Mention.Codes(colors);
    private readonly string _notice = theme.Notice.Codes(colors);
    private readonly string _problem = theme.Problem.Codes(colors);
    private readonly string _faint = theme.Faint.Codes(colors);
    private readonly string _bar = theme.Bar.Codes(colors);
    private readonly string[] _nicks = theme.Nicks.Count > 0
        ? [.. theme.Nicks.Select(style => style.Codes(colors))]
        : colors switch
        {
            ColorSystem.NoColors => ["1"],
            ColorSystem.EightBit or ColorSystem.TrueColor => Many,
            _ => Few,
        };

    // White on black in every theme: cameras need the contrast.
    private readonly string _qrCode = colors switch
    {
        ColorSystem.NoColors => "",
        ColorSystem.EightBit or ColorSystem.TrueColor => "38;5;231;48;5;16",
        _ => "37;40",
    };

    /// <summary>Styles a nickname; the same nickname always gets the same colour.</summary>
    public TextSpan Nick(string nickname, string text) => new(text, Choose(_nicks, nickname));

    public TextSpan Own(string text) => new(text, _own);

    public TextSpan Strong(string text) => new(text, "1");

    public TextSpan Faint(string text) => new(text, _faint);

    /// <summary>A full-width line with a background.</summary>
    public TextSpan Bar(string text) => new(text, _bar);

    public TextSpan Notice(string text) => new(text, _notice);

    /// <summary>A message that mentions the user, or is private.</summary>
    public TextSpan Mention(string text) => new(text, _mention);

    /// <summary>A search match; <paramref name="isCurrent"/> for the current one.</summary>
    public TextSpan Hit(string text, bool isCurrent) => new(text, isCurrent ? "1;7" : "1;4");

    public TextSpan Problem(string text) => new(text, _problem);

    /// <summary>A line of a QR code whose light modules are the foreground.</summary>
    public TextSpan QrCode(string line) => new(line, _qrCode);

    private static string Choose(string[] palette, string nickname)
    {
        var hash = Fnv.Of(nickname);
        return palette[(hash ^ (hash >> 16)) % (uint)palette.Length];
    }
}
