using LanChat.Client.Display;
using LanChat.Settings;

namespace LanChat.Client.Settings;

/// <summary>How the console looks: <c>lanchat.client.theme</c>.</summary>
/// <param name="Own">This user's own name.</param>
/// <param name="Mention">What is said to this user.</param>
/// <param name="Notice">The room's notice, in the talk.</param>
/// <param name="Problem">What is not as it should be.</param>
/// <param name="Faint">What matters less: times, remarks, edges.</param>
/// <param name="Bar">The notice at the top, and the status.</param>
internal sealed record ThemeSettings(
    TextStyle Own, TextStyle Mention, TextStyle Notice, TextStyle Problem, TextStyle Faint, TextStyle Bar)
{
    private const string Section = "lanchat.client.theme";

    /// <summary>The others' names, each in one of these; none: in hues of the console's own.</summary>
    public IReadOnlyList<TextStyle> Nicks { get; init; } = [];

    public static ThemeSettings Read(LayeredSettings settings)
    {
        return new(Style("own"), Style("mention"), Style("notice"), Style("problem"), Style("faint"), Style("bar"))
        {
            Nicks = Styles("nicks"),
        };

        TextStyle Style(string name) => StyleOf(settings, $"{Section}.{name}", settings.Text($"{Section}.{name}"));

        TextStyle[] Styles(string name) =>
            [.. settings.List($"{Section}.{name}").Select(text => StyleOf(settings, $"{Section}.{name}", text))];
    }

    private static TextStyle StyleOf(LayeredSettings settings, string key, string text)
    {
        var style = TextStyle.Read(text, out var flaw);
        return flaw is null ? style : throw settings.Wrong(key, flaw);
    }
}
