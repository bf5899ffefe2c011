namespace LanChat.Server.Storage;

/// <summary>Times as they are stored: milliseconds since 1970, UTC.</summary>
internal static class SqlTime
{
    public static long Milliseconds(DateTime utc) =>
        new DateTimeOffset(DateTime.SpecifyKind(utc, DateTimeKind.Utc)).ToUnixTimeMilliseconds();

    public static DateTime Of(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds).UtcDateTime;
}
