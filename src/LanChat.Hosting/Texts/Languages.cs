namespace LanChat.Texts;

/// <summary>The language of this program: chosen once, before it writes anything.</summary>
public static partial class Languages
{
    /// <summary>The codes of all languages, as <c>--lang</c> accepts them.</summary>
    public static IReadOnlyList<string> Codes { get; } = [.. All.Select(one => one.Code)];

    /// <summary>The language in use.</summary>
    public static Language Current { get; private set; }

    /// <summary>Uses this language from now on.</summary>
    public static void Use(Language language) => Current = language;

    /// <summary>The language of a code; null: there is none.</summary>
    internal static Language? Find(string code) =>
        All.Where(one => one.Code == code).Select(one => (Language?)one.Language).FirstOrDefault();
}
