using LanChat.Client.Console.Screens;
using Spectre.Console;

namespace LanChat.Client.Console;

/// <summary>Colours and styles, as far as the terminal has them and the user wants them: without colours, bold and dim remain.</summary>
internal sealed class Ink(ColorSystem colors)
{
    /// <summary>The style of a line that stands out by its ground.</summary>
    public const string BarStyle = "7";

    /// <summary>Hues that can be read on black and on white and told apart.</summary>
    private static readonly int[] Many = [160, 166, 172, 64, 29, 37, 31, 33, 63, 98, 133, 168];
    private static readonly int[] Few = [31, 32, 33, 34, 35, 36, 91, 92, 94, 95, 96];

    /// <summary>The same nickname always has the same colour.</summary>
    public Piece Nick(string nickname, string text) => colors switch
    {
        ColorSystem.NoColors => new Piece(text, "1"),
        ColorSystem.EightBit or ColorSystem.TrueColor => new Piece(text, $"1;38;5;{Choose(Many, nickname)}"),
        _ => new Piece(text, $"1;{Choose(Few, nickname)}"),
    };

    public Piece Own(string text) => new(text, "1;7");

    public Piece Strong(string text) => new(text, "1");

    public Piece Faint(string text) => new(text, "2");

    public Piece Bar(string text) => new(text, BarStyle);

    public Piece Notice(string text) => new(text, colors == ColorSystem.NoColors ? "1" : "33");

    /// <summary>What is said to this user.</summary>
    public Piece Mention(string text) => new(text, colors == ColorSystem.NoColors ? "1" : "1;33");

    /// <summary>What was searched for; <paramref name="isCurrent"/> where one looks at it.</summary>
    public Piece Hit(string text, bool isCurrent) => new(text, isCurrent ? "1;7" : "1;4");

    public Piece Problem(string text) => new(text, colors == ColorSystem.NoColors ? "1" : "31");

    private static int Choose(int[] palette, string nickname)
    {
        var hash = 2166136261u; // FNV-1a: string.GetHashCode differs from run to run
        foreach (var unit in nickname) hash = (hash ^ unit) * 16777619u;
        return palette[(hash ^ (hash >> 16)) % (uint)palette.Length];
    }
}
