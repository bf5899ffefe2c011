using System.CommandLine;
using LanChat.Texts;

namespace LanChat.Cli;

/// <summary>
/// The option <c>--lang</c>. <see cref="LanguageChoice"/> reads it before the command line is
/// parsed, because parse errors are in that language, too. This declaration is for help and
/// validation.
/// </summary>
public static class LanguageOption
{
    /// <summary>Creates the option, which all commands of a program inherit.</summary>
    public static Option<string?> Create() => new Option<string?>(LanguageChoice.Option)
    {
        Description = OptionTexts.Language,
        HelpName = string.Join('|', Languages.Codes),
        Recursive = true,
    }.AcceptOnlyFromAmong([.. Languages.Codes]);
}
