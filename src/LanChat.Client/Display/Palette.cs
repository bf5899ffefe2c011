namespace LanChat.Client.Display;

/// <summary>
/// The 256 colours of terminals: 16 named ones, a cube of 6 × 6 × 6, and 24 greys. Terminals define
/// the first 16 themselves; xterm's values are used here.
/// </summary>
internal static class Palette
{
    private const int Cube = 16;
    private const int Greys = 232;
    private const int Bright = 8;

    // Minimum difference between the darkest and the lightest component of a chromatic colour.
    private const int LeastDifference = 48;

    // Minimum sum of the darkest and the lightest component of a bright colour.
    private const int LeastBright = 0xF0;

    private static readonly int[] Steps = [0, 95, 135, 175, 215, 255];
    private static readonly int[] GreysWithNames = [0, 8, 7, 15];
    private static readonly int[] RoundTheWheel = [1, 3, 2, 6, 4, 5];
    private static readonly int[] Named =
    [
        0x000000, 0xCD0000, 0x00CD00, 0xCDCD00, 0x0000EE, 0xCD00CD, 0x00CDCD, 0xE5E5E5,
        0x7F7F7F, 0xFF0000, 0x00FF00, 0xFFFF00, 0x5C5CFF, 0xFF00FF, 0x00FFFF, 0xFFFFFF,
    ];

    /// <summary>Red, green and blue of a colour, one byte each.</summary>
    public static int Rgb(int number) => number switch
    {
        < Cube => Named[number],
        < Greys => (Steps[(number - Cube) / 36] << 16)
            | (Steps[(number - Cube) / 6 % 6] << 8)
            | Steps[(number - Cube) % 6],
        _ => (8 + (10 * (number - Greys))) * 0x010101,
    };

    /// <summary>The nearest of the 240 colours that are the same in every terminal.</summary>
    public static int NearestOf256(int rgb) =>
        Enumerable.Range(Cube, 256 - Cube).MinBy(number => Distance(Rgb(number), rgb));

    /// <summary>
    /// The nearest of the 16 named colours: by hue, so that pale colours remain distinct; a grey
    /// becomes the nearest grey.
    /// </summary>
    public static int NearestOf16(int rgb)
    {
        int[] parts = [Red(rgb), Green(rgb), Blue(rgb)];
        var (least, most) = (parts.Min(), parts.Max());
        if (most - least < LeastDifference) return GreysWithNames.MinBy(number => Distance(Named[number], rgb));
        return RoundTheWheel[Sixth(rgb, most, most - least)] + (least + most >= LeastBright ? Bright : 0);
    }

    /// <summary>Sector of the hue: 0 for red, 1 for yellow, up to 5 for magenta.</summary>
    private static int Sixth(int rgb, int most, double range)
    {
        var hue = most == Red(rgb) ? (Green(rgb) - Blue(rgb)) / range
            : most == Green(rgb) ? 2 + ((Blue(rgb) - Red(rgb)) / range)
            : 4 + ((Red(rgb) - Green(rgb)) / range);
        return ((int)Math.Round(hue) + 6) % 6;
    }

    private static int Distance(int one, int other) =>
        Square(Red(one) - Red(other)) + Square(Green(one) - Green(other)) + Square(Blue(one) - Blue(other));

    private static int Square(int number) => number * number;

    private static int Red(int rgb) => rgb >> 16;

    private static int Green(int rgb) => (rgb >> 8) & 0xFF;

    private static int Blue(int rgb) => rgb & 0xFF;
}
