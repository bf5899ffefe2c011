using LanChat.Server.Sockets;

namespace LanChat.Server.Tests.Connections;

public sealed class FileDescriptorBudgetSpecs
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
    public void Connections_get_three_quarters_of_the_descriptors_but_never_the_last_ones(
        string most, int open, int connections) =>
        Assert.Equal(connections, FileDescriptorBudget.Parse(Limits(most), open).MaxConnections());

    [Theory]
    [InlineData(256, 56, 206)]
    [InlineData(1024, 124, 912)]
    [InlineData(20_000, 0, 17_500)]
    public void Half_of_the_remaining_descriptors_are_reserved(int limit, int open, int first) =>
        Assert.Equal(first, new FileDescriptorBudget(limit, open).FirstReserved());

    [Theory]
    [InlineData(256, 156, 6, 4)]
    [InlineData(1024, 234, 1, 98)]
    [InlineData(100_000, 200, 6, 1000)]
    [InlineData(200, 200, 6, 1)]
    public void The_backlog_does_not_exceed_the_reserve(int limit, int open, int ports, int waiting) =>
        Assert.Equal(waiting, new FileDescriptorBudget(limit, open).Backlog(1000, ports));

    [Theory]
    [InlineData(1024, 124, 8)]
    [InlineData(256, 106, 1)]
    [InlineData(4096, 124, 36)]
    [InlineData(int.MaxValue, 124, 250)]
    public void A_twelfth_is_for_the_histories_of_rooms(int limit, int open, int stores) =>
        Assert.Equal(stores, new FileDescriptorBudget(limit, open).MaxOpenStores());

    [Fact]
    public void This_process_has_descriptors_left() => Assert.NotEqual(0, FileDescriptorBudget.Now().Left);
}
