// The language is one for the whole program.
[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace LanChat.Texts.Tests;

/// <summary>
/// Speaks a language for as long as it is not disposed of, and English again then.
/// </summary>
internal sealed class Speaking : IDisposable
{
    public Speaking(Language language) => Languages.Use(language);

    public void Dispose() => Languages.Use(Language.English);

    /// <summary>The text in this language.</summary>
    public static string In(Language language, Func<string> text)
    {
        using var speaking = new Speaking(language);
        return text();
    }
}
