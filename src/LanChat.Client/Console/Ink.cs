using Spectre.Console;

namespace LanChat.Client.Console;

/// <summary>Colours and styles, as far as the terminal has them and the user wants them: without colours, bold and dim remain.</summary>
internal sealed class Ink(ColorSystem colors)
{
    private const string Reset = "\e[0m";

    /// <summary>Hues that can be read on black and on white and told apart.</summary>
    private static readonly int[] Many = [160, 166, 172, 64, 29, 37, 31, 33, 63, 98, 133, 168];
    private static readonly int[] Few = [31, 32, 33, 34, 35, 36, 91, 92, 94, 95, 96];

    /// <summary>The same nickname always has the same colour.</summary>
    public string Nick(string nickname, string text) => colors switch
    {
        ColorSystem.NoColors => Style("1", text),
        ColorSystem.EightBit or ColorSystem.TrueColor => Style($"1;38;5;{Choose(Many, nickname)}", text),
        _ => Style($"1;{Choose(Few, nickname)}", text),
    };

    public string Own(string text) => Style("1;7", text);

    public string Strong(string text) => Style("1", text);

    public string Faint(string text) => Style("2", text);

    public string Notice(string text) => Style(colors == ColorSystem.NoColors ? "1" : "33", text);

    public string Problem(string text) => Style(colors == ColorSystem.NoColors ? "1" : "31", text);

    private static string Style(string codes, string text) => $"\e[{codes}m{text}{Reset}";

    private static int Choose(int[] palette, string nickname)
    {
        var hash = 2166136261u; // FNV-1a: string.GetHashCode differs from run to run
        foreach (var unit in nickname) hash = (hash ^ unit) * 16777619u;
        return palette[(hash ^ (hash >> 16)) % (uint)palette.Length];
    }
}
