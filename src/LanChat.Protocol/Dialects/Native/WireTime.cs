using System.Globalization;

namespace LanChat.Protocol.Dialects.Native;

/// <summary>Times on the wire: local time of the server, to the second.</summary>
internal static class WireTime
{
    private const string Format = "yyyy-MM-dd HH:mm:ss";

    public static string Write(DateTime time) => time.ToString(Format, CultureInfo.InvariantCulture);

    public static bool TryRead(string? text, out DateTime time) =>
        DateTime.TryParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out time);
}
