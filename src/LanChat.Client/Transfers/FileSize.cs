using System.Globalization;

namespace LanChat.Client.Transfers;

/// <summary>Formats sizes for people.</summary>
internal static class FileSize
{
    private static readonly string[] Units = ["KB", "MB", "GB", "TB"];

    /// <summary>Formats bytes in decimal units: <c>12 B</c>, <c>1.5 MB</c>.</summary>
    public static string Of(double bytes)
    {
        if (bytes < 1000) return string.Create(CultureInfo.InvariantCulture, $"{bytes:0} B");
        var unit = 0;
        for (bytes /= 1000; bytes >= 999.95 && unit < Units.Length - 1; unit++) bytes /= 1000;
        return string.Create(CultureInfo.InvariantCulture, $"{bytes:0.0} {Units[unit]}");
    }
}
