using LanChat.Client.Console;
using LanChat.Client.Console.Screens;
using Spectre.Console;

namespace LanChat.Client.Tests.Console;

public sealed class InkSpecs
{
    private static readonly string[] Names = [.. Enumerable.Range(0, 100).Select(i => $"nick{i}")];

    private static string Shown(Piece piece) => new Row(piece).ToAnsi();

    [Theory]
    [InlineData(ColorSystem.EightBit)]
    [InlineData(ColorSystem.Standard)]
    public void The_same_nickname_always_has_the_same_colour_and_others_have_others(ColorSystem colors)
    {
        var ink = new Ink(colors);

        Assert.Equal(ink.Nick("小糖豆", "x"), new Ink(colors).Nick("小糖豆", "x"));
        Assert.InRange(Names.Select(name => ink.Nick(name, "x")).Distinct().Count(), 8, 12);
    }

    [Fact]
    public void Colours_are_those_the_terminal_has()
    {
        Assert.All(Names, name => Assert.Matches(@"^\e\[1;38;5;\d+mx\e\[0m$", Shown(new Ink(ColorSystem.TrueColor).Nick(name, "x"))));
        Assert.All(Names, name => Assert.Matches(@"^\e\[1;(3[1-6]|9[1-6])mx\e\[0m$", Shown(new Ink(ColorSystem.Legacy).Nick(name, "x"))));
    }

    [Fact]
    public void Without_colours_there_are_none()
    {
        var ink = new Ink(ColorSystem.NoColors);

        Piece[] others = [ink.Notice("x"), ink.Problem("x"), ink.Faint("x"), ink.Strong("x"), ink.Own("x"), ink.Bar("x"), ink.Mention("x")];
        var all = Names.Select(name => ink.Nick(name, "x")).Concat(others);

        Assert.All(all, piece => Assert.Matches(@"^\e\[(1|2|7|1;7)mx\e\[0m$", Shown(piece)));
    }
}
