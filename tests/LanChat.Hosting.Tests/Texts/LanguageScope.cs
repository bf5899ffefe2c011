// The language is process-wide.
[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace LanChat.Texts.Tests;

/// <summary>Sets the language until it is disposed; disposing sets English again.</summary>
internal sealed class LanguageScope : IDisposable
{
    public LanguageScope(Language language) => Languages.Use(language);

    public void Dispose() => Languages.Use(Language.English);

    /// <summary>Evaluates a text in this language.</summary>
    public static string In(Language language, Func<string> text)
    {
        using var scope = new LanguageScope(language);
        return text();
    }
}
