using System.Globalization;

namespace LanChat.Texts;

/// <summary>
/// Chooses the language by the command line, or else by what the user has told the system.
/// </summary>
public static class LanguageChoice
{
    /// <summary>The option that names the language.</summary>
    public const string Option = "--lang";

    private const string EndOfOptions = "--";

    /// <summary>
    /// The language for this call. Whether the option is right is for the command line to say,
    /// which is in a language itself.
    /// </summary>
    public static Language Of(IReadOnlyList<string> arguments) => Named(arguments) ?? (OperatingSystem.IsWindows()
        ? OfLocale(CultureInfo.CurrentUICulture.Name)
        : OfEnvironment(Environment.GetEnvironmentVariable));

    /// <summary>
    /// By the environment as POSIX has it: the first of three variables that is not empty counts.
    /// </summary>
    internal static Language OfEnvironment(Func<string, string?> read) => OfLocale(
        new[] { "LC_ALL", "LC_MESSAGES", "LANG" }.Select(read).FirstOrDefault(value => !string.IsNullOrEmpty(value))
            ?? "");

    internal static Language? Named(IReadOnlyList<string> arguments)
    {
        Language? named = null;
        for (var at = 0; at < arguments.Count && arguments[at] != EndOfOptions; at++)
        {
            if (arguments[at] == Option && at + 1 < arguments.Count) named = Languages.Find(arguments[at + 1]);
            else if (arguments[at].StartsWith($"{Option}=", StringComparison.Ordinal)
                || arguments[at].StartsWith($"{Option}:", StringComparison.Ordinal))
                named = Languages.Find(arguments[at][(Option.Length + 1)..]);
        }

        return named;
    }

    /// <summary>Script and country don't matter: any Chinese is nearer than English.</summary>
    private static Language OfLocale(string locale) =>
        Languages.Find(locale.Split('_', '-', '.', '@')[0]) ?? Language.English;
}
