using System.Globalization;
using Spectre.Console;

namespace LanChat.Client.Display;

/// <summary>A colour: an index of the 256-colour palette, or RGB.</summary>
/// <param name="Number">0 to 255; null for RGB.</param>
/// <param name="Rgb">Red, green and blue, one byte each.</param>
internal readonly record struct TextColor(int? Number, int Rgb)
{
    private const string Bright = "bright-";
    private static readonly string[] Names = ["black", "red", "green", "yellow", "blue", "magenta", "cyan", "white"];

    /// <summary>Parses a name, a number, or <c>#rrggbb</c>.</summary>
    public static TextColor? Read(string word)
    {
        if (word is ['#', .. { Length: 6 } hex]
            && int.TryParse(hex, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var rgb))
            return new TextColor(null, rgb);
        if (int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return number <= 255 ? Of(number) : null;
        var isBright = word.StartsWith(Bright, StringComparison.Ordinal);
        return Array.IndexOf(Names, isBright ? word[Bright.Length..] : word) is >= 0 and var at
            ? Of(at + (isBright ? Names.Length : 0))
            : null;
    }

    /// <summary>
    /// The SGR code for the foreground or background, reduced to the available colours.
    /// </summary>
    public string Code(ColorSystem colors, bool isBackground)
    {
        var shift = isBackground ? 10 : 0;
        if (Number is null && colors == ColorSystem.TrueColor)
            return $"{38 + shift};2;{Rgb >> 16};{(Rgb >> 8) & 0xFF};{Rgb & 0xFF}";
        var hasMany = colors is ColorSystem.EightBit or ColorSystem.TrueColor;
        var number = hasMany
            ? Number ?? Palette.NearestOf256(Rgb)
            : Number is < 16 and var own ? own : Palette.NearestOf16(Rgb);
        return number < 8
            ? $"{30 + number + shift}"
            : number < 16 ? $"{90 + number - 8 + shift}" : $"{38 + shift};5;{number}";
    }

    private static TextColor Of(int number) => new(number, Palette.Rgb(number));
}
