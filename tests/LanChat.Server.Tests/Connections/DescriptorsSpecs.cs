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
    [InlineData("100", 100, 1)]
    [InlineData("unlimited", 100, int.MaxValue)]
    public void There_are_enough_for_three_quarters_of_those_that_are_left(string most, int open, int connections) =>
        Assert.Equal(connections, Descriptors.EnoughFor(Limits(most), open));

    [Fact]
    public void This_process_has_enough_for_some() => Assert.NotEqual(0, Descriptors.EnoughFor());
}
