using System.CommandLine;
using LanChat.Texts;

namespace LanChat.Cli;

/// <summary>
/// The option <c>--lang</c>. What it says was followed before the command line was read, for that
/// speaks in the language, too: it stands here to be known, explained and checked.
/// </summary>
public static class LanguageOption
{
    /// <summary>For all commands of a program.</summary>
    public static Option<string?> Create() => new Option<string?>(LanguageChoice.Option)
    {
        Description = OptionTexts.Language,
        HelpName = string.Join('|', Languages.Codes),
        Recursive = true,
    }.AcceptOnlyFromAmong([.. Languages.Codes]);
}
