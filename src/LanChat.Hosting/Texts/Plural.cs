using System.Globalization;

namespace LanChat.Texts;

/// <summary>
/// A number with the form of the word that belongs to it, in languages that have two forms.
/// </summary>
internal static class Plural
{
    /// <summary><c>1 line</c>, <c>2 lines</c>.</summary>
    public static string Of(long count, string one, string many) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? one : many)}");
}
