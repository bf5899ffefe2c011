using LanChat.Client.Terminal.Screens;

namespace LanChat.Client.Tests.Terminal.Screens;

public sealed class ThemeSpecs
{
    private static readonly string[] Names = [.. Enumerable.Range(0, 100).Select(i => $"nick{i}")];

    private static string Shown(TextSpan span) => new Row(span).ToAnsi();

    [Theory]
    [InlineData(ColorSystem.EightBit)]
    [InlineData(ColorSystem.Standard)]
    public void A_nickname_always_has_the_same_colour_and_others_differ(ColorSystem colors)
    {
        var theme = TestTheme.With(colors);

        Assert.Equal(theme.Nick("小糖豆", "x"), TestTheme.With(colors).Nick("小糖豆", "x"));
        Assert.InRange(Names.Select(name => theme.Nick(name, "x")).Distinct().Count(), 8, 12);
    }

    [Fact]
    public void Colours_are_those_the_terminal_supports()
    {
        Assert.All(Names, name => Assert.Matches(
            @"^\e\[1;38;5;\d+mx\e\[0m$", Shown(TestTheme.With(ColorSystem.TrueColor).Nick(name, "x"))));
        Assert.All(Names, name => Assert.Matches(
            @"^\e\[1;(3[1-6]|9[1-6])mx\e\[0m$", Shown(TestTheme.With(ColorSystem.Legacy).Nick(name, "x"))));
    }

    [Fact]
    public void Without_colour_support_no_colours_are_used()
    {
        var theme = TestTheme.With(ColorSystem.NoColors);

        TextSpan[] others = [
            theme.Notice("x"),
            theme.Problem("x"),
            theme.Faint("x"),
            theme.Strong("x"),
            theme.Own("x"),
            theme.Bar("x"),
            theme.Mention("x"),
        ];
        var all = Names.Select(name => theme.Nick(name, "x")).Concat(others);

        Assert.All(all, span => Assert.Matches(@"^\e\[(1|2|7|1;7)mx\e\[0m$", Shown(span)));
    }

    [Fact]
    public void A_theme_sets_its_own_colours()
    {
        var theme = TestTheme.With(
            ColorSystem.TrueColor, "own=black on green", "faint=#8c8c94", "nicks=[\"red\", \"blue\"]");

        Assert.Equal("30;42", theme.Own("x").Style);
        Assert.Equal("38;2;140;140;148", theme.Faint("x").Style);
        Assert.Equal(["31", "34"], Names.Select(name => theme.Nick(name, "x").Style).Distinct().Order());
    }

    [Fact]
    public void A_theme_s_colours_are_dropped_without_colour_support()
    {
        var theme = TestTheme.With(
            ColorSystem.NoColors, "own=black on green", "problem=underline #ff0000", "nicks=[\"red\", \"dim blue\"]");

        Assert.Equal("7", theme.Own("x").Style);
        Assert.Equal("4", theme.Problem("x").Style);
        Assert.Equal(["1", "2"], Names.Select(name => theme.Nick(name, "x").Style).Distinct().Order());
    }
}
