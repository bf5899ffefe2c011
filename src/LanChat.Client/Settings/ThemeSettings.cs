using LanChat.Client.Display;
using LanChat.Settings;

namespace LanChat.Client.Settings;

/// <summary>Colours and styles: <c>lanchat.client.theme</c>.</summary>
/// <param name="Own">The user's own nickname.</param>
/// <param name="Mention">Messages that mention the user or are private.</param>
/// <param name="Notice">The room's notice in the transcript.</param>
/// <param name="Problem">Errors.</param>
/// <param name="Faint">Secondary text: times, remarks, edges.</param>
/// <param name="Bar">The notice line at the top and the status line.</param>
internal sealed record ThemeSettings(
    TextStyle Own, TextStyle Mention, TextStyle Notice, TextStyle Problem, TextStyle Faint, TextStyle Bar)
{
    private const string Section = "lanchat.client.theme";

    /// <summary>Styles for other nicknames, chosen by hash; empty for the built-in hues.</summary>
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
