using LanChat.Client.Display;

namespace LanChat.Client.Tests.Display;

public sealed class PaletteSpecs
{
    [Fact]
    public void Every_colour_of_the_256_maps_to_itself() => Assert.All(
        Enumerable.Range(16, 240), number =>
            Assert.Equal(Palette.Rgb(number), Palette.Rgb(Palette.NearestOf256(Palette.Rgb(number)))));

    [Fact]
    public void Every_named_colour_maps_to_itself() =>
        Assert.All(Enumerable.Range(0, 16), number => Assert.Equal(number, Palette.NearestOf16(Palette.Rgb(number))));

    [Theory]
    [InlineData(0x5F8700, 3)]
    [InlineData(0xAF5FAF, 13)]
    [InlineData(0x6E7078, 8)]
    [InlineData(0x2A2A30, 0)]
    public void A_colour_never_maps_to_a_grey_nor_a_grey_to_a_colour(int rgb, int expected) =>
        Assert.Equal(expected, Palette.NearestOf16(rgb));
}
