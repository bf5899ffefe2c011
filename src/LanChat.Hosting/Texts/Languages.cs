using System.Globalization;

namespace LanChat.Texts;

/// <summary>The language this program speaks: chosen once, before it says anything.</summary>
public static class Languages
{
    internal const string EnglishName = "en";
    internal const string ChineseName = "zh";

    /// <summary>What <c>--lang</c> may be.</summary>
    public static IReadOnlyList<string> Names { get; } = [EnglishName, ChineseName];

    /// <summary>The language that is spoken.</summary>
    public static Language Current { get; private set; }

    /// <summary>Speaks this language from now on.</summary>
    public static void Use(Language language) => Current = language;

    /// <summary>The text in the language that is spoken. Numbers look alike in both.</summary>
    internal static string In(FormattableString english, FormattableString chinese) =>
        (Current == Language.Chinese ? chinese : english).ToString(CultureInfo.InvariantCulture);
}
