using System.Globalization;

namespace LanChat.Texts;

/// <summary>What English has and Chinese has not: another word for more than one.</summary>
internal static class Plural
{
    /// <summary><c>1 line</c>, <c>2 lines</c>.</summary>
    public static string Of(long count, string one, string many) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? one : many)}");
}
