using System.Globalization;

namespace LanChat.Client.Transfers;

/// <summary>Sizes as people read them.</summary>
internal static class FileSize
{
    private static readonly string[] Units = ["KB", "MB", "GB", "TB"];

    /// <summary><c>12 B</c>, <c>1.5 MB</c>: units of a thousand, as disks are sold in.</summary>
    public static string Of(double bytes)
    {
        if (bytes < 1000) return string.Create(CultureInfo.InvariantCulture, $"{bytes:0} B");
        var unit = 0;
        for (bytes /= 1000; bytes >= 999.95 && unit < Units.Length - 1; unit++) bytes /= 1000;
        return string.Create(CultureInfo.InvariantCulture, $"{bytes:0.0} {Units[unit]}");
    }
}
