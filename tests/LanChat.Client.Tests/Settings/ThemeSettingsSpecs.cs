using LanChat.Client.Settings;
using LanChat.Settings;

namespace LanChat.Client.Tests.Settings;

public sealed class ThemeSettingsSpecs
{
    [Fact]
    public void The_reference_theme_has_two_colours()
    {
        var theme = TestSettings.With().Theme;

        Assert.Equal(
            ["1;7", "1;33", "33", "31", "2", "7"],
            new[] { theme.Own, theme.Mention, theme.Notice, theme.Problem, theme.Faint, theme.Bar }.Select(
                style => style.Codes(ColorSystem.EightBit)));
        Assert.Empty(theme.Nicks);
    }

    [Theory]
    [InlineData("theme.own=purple")]
    [InlineData("theme.mention=red green")]
    [InlineData("theme.notice=on")]
    [InlineData("theme.problem=#ff")]
    [InlineData("theme.faint=999")]
    [InlineData("theme.bar=bald")]
    [InlineData("theme.nicks=[\"red\", \"nosuch\"]")]
    [InlineData("theme.nicks=red")]
    public void An_invalid_style_is_refused_with_its_key(string assignment)
    {
        var wrong = Assert.Throws<SettingsException>(() => TestSettings.With(assignment));

        Assert.StartsWith($"lanchat.client.{assignment.Split('=')[0]} (--set ", wrong.Message);
    }

    [Fact]
    public void The_example_configuration_has_its_own_theme()
    {
        var theme = ClientSettings.Read(
            new LayeredSettings([Layer.OfFile(Path.Combine(AppContext.BaseDirectory, "client.conf"))])).Theme;

        Assert.Equal("1;38;2;255;200;87", theme.Mention.Codes(ColorSystem.TrueColor));
        Assert.Equal(8, theme.Nicks.Count);
        Assert.Equal(6, theme.Nicks.Select(style => style.Codes(ColorSystem.Standard)).Distinct().Count());
    }
}
