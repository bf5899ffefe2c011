using System.Globalization;

namespace LanChat.Protocol;

/// <summary>Periods and sizes as people write them in settings of a room.</summary>
public static class SettingText
{
    private static readonly (char Unit, long Factor)[] Periods = [('d', 86_400), ('h', 3600), ('m', 60), ('s', 1)];

    private static readonly (string Unit, long Factor)[] Sizes =
        [("GiB", 1024L * 1024 * 1024), ("MiB", 1024L * 1024), ("KiB", 1024)];

    /// <summary>
    /// Parses a period such as <c>10s</c>, <c>5m</c>, <c>1h</c>, <c>30d</c> or <c>0</c>.
    /// </summary>
    public static TimeSpan? Period(string text, TimeSpan most)
    {
        if (text == "0") return TimeSpan.Zero;
        var factor = text.Length > 1 ? Array.Find(Periods, one => one.Unit == text[^1]).Factor : 0;
        return factor > 0 && Number(text[..^1]) is { } number && number <= most.TotalSeconds / factor
            ? TimeSpan.FromSeconds(number * factor)
            : null;
    }

    /// <summary>Writes a period in the largest unit in which it is a whole number.</summary>
    public static string Of(TimeSpan period)
    {
        var seconds = (long)period.TotalSeconds;
        var (unit, factor) = seconds == 0 ? ('s', 1) : Array.Find(Periods, one => seconds % one.Factor == 0);
        return string.Create(CultureInfo.InvariantCulture, $"{seconds / factor}{unit}");
    }

    /// <summary>
    /// Parses a size such as <c>64KiB</c>, <c>100MiB</c>, <c>1GiB</c> or <c>0</c>.
    /// </summary>
    public static long? Size(string text)
    {
        if (text == "0") return 0;
        var (unit, factor) = Array.Find(Sizes, one => text.EndsWith(one.Unit, StringComparison.Ordinal));
        return unit is not null && Number(text[..^unit.Length]) is { } number && number <= long.MaxValue / factor
            ? number * factor
            : null;
    }

    /// <summary>Writes a size in the largest unit in which it is a whole number.</summary>
    public static string Of(long size)
    {
        if (size == 0) return "0";
        var (unit, factor) = Array.Find(Sizes, one => size % one.Factor == 0);
        return string.Create(CultureInfo.InvariantCulture, $"{size / factor}{unit}");
    }

    private static long? Number(string digits) =>
        long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
