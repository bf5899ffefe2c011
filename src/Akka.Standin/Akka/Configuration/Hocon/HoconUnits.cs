using System.Globalization;
using System.Text.RegularExpressions;

namespace Akka.Configuration.Hocon;

/// <summary>Durations and sizes. Units are told apart by case: <c>k</c> and <c>K</c> are 1024, <c>kB</c> is 1000, <c>KB</c> is nothing.</summary>
internal static partial class HoconUnits
{
    private static readonly Dictionary<string, double> TicksPer = Table(
        (1e-2, "ns nano nanos nanosecond nanoseconds"),
        (TimeSpan.TicksPerMicrosecond, "micro micros microsecond microseconds"),
        (TimeSpan.TicksPerMillisecond, "ms milli millis millisecond milliseconds"),
        (TimeSpan.TicksPerSecond, "s second seconds"),
        (TimeSpan.TicksPerMinute, "m minute minutes"),
        (TimeSpan.TicksPerHour, "h hour hours"),
        (TimeSpan.TicksPerDay, "d day days"));

    private static readonly Dictionary<string, long> BytesPer = Table(
        (1L, "b B byte bytes"),
        (1000L, "kB kilobyte kilobytes"),
        (1000L * 1000, "MB megabyte megabytes"),
        (1000L * 1000 * 1000, "GB gigabyte gigabytes"),
        (1000L * 1000 * 1000 * 1000, "TB terabyte terabytes"),
        (1L << 10, "K k Ki KiB kibibyte kibibytes"),
        (1L << 20, "M m Mi MiB mebibyte mebibytes"),
        (1L << 30, "G g Gi GiB gibibyte gibibytes"),
        (1L << 40, "T t Ti TiB tebibyte tebibytes"));

    public static TimeSpan ParseDuration(string text, bool allowInfinite)
    {
        var match = WithUnit().Match(text);
        if (match.Success && TicksPer.TryGetValue(match.Groups["unit"].Value, out var ticks))
            return TimeSpan.FromTicks((long)Math.Round(Number(match.Groups["number"].Value) * ticks));
        if (allowInfinite && text.Equals("infinite", StringComparison.OrdinalIgnoreCase))
            return Timeout.InfiniteTimeSpan;

        var milliseconds = Number(text);
        return milliseconds >= 0
            ? TimeSpan.FromMilliseconds(milliseconds)
            : throw new FormatException($"Expected a positive value instead of {text}");
    }

    public static long ParseSize(string text)
    {
        var unitStart = text.AsSpan().LastIndexOfAnyInRange('0', '9') + 1;
        if (unitStart == 0 || unitStart == text.Length)
            return long.Parse(text, NumberFormatInfo.InvariantInfo);

        var unit = text[unitStart..].Trim();
        return BytesPer.TryGetValue(unit, out var bytes)
            ? checked(bytes * long.Parse(text.AsSpan(0, unitStart), NumberFormatInfo.InvariantInfo))
            : throw new FormatException($"{unit} is not a valid byte size suffix");
    }

    private static double Number(string text) => double.Parse(text, NumberFormatInfo.InvariantInfo);

    private static Dictionary<string, T> Table<T>(params (T Worth, string Names)[] units) =>
        units.SelectMany(unit => unit.Names.Split(' ').Select(name => (name, unit.Worth))).ToDictionary();

    [GeneratedRegex(@"^(?<number>[0-9]+(\.[0-9]+)?)\s*(?<unit>[a-z]+)$")]
    private static partial Regex WithUnit();
}
