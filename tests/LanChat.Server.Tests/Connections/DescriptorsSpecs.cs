using LanChat.Server.Connections;

namespace LanChat.Server.Tests.Connections;

public sealed class DescriptorsSpecs
{
    private static string[] Limits(string soft) =>
    [
        "Limit                     Soft Limit           Hard Limit           Units     ",
        "Max cpu time              unlimited            unlimited            seconds   ",
        $"Max open files            {soft}                1048576              files     ",
    ];

    [Theory]
    [InlineData("1024", 124, 675)]
    [InlineData("20000", 0, 15_000)]
    [InlineData("256", 56, 100)]
    [InlineData("256", 106, 75)]
    [InlineData("100", 100, 1)]
    [InlineData("100", 200, 1)]
    [InlineData("unlimited", 100, int.MaxValue - (int.MaxValue / 4))]
    public void There_are_enough_for_three_quarters_of_those_that_are_left_and_all_but_a_hundred_or_half(string most, int open, int connections) =>
        Assert.Equal(connections, Descriptors.Of(Limits(most), open).EnoughFor());

    [Theory]
    [InlineData(0, 1, 1)]
    [InlineData(900, 1, 28)]
    [InlineData(900, 6, 4)]
    [InlineData(int.MaxValue, 6, 256)]
    public void Few_are_accepted_at_once_where_few_are_left(int left, int listeners, int atOnce) =>
        Assert.Equal(atOnce, new Descriptors(left).AtOnce(listeners));

    [Fact]
    public void This_process_has_some_left() => Assert.NotEqual(0, Descriptors.Now().Left);
}
