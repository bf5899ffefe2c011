using LanChat.Server.Listening;

namespace LanChat.Server.Tests.Connections;

public sealed class MemoryTrimmerSpecs
{
    private int _trims;

    [Fact]
    public void A_few_who_come_and_go_are_not_worth_a_pause()
    {
        var trimmer = new MemoryTrimmer(() => _trims++);
        Assert.DoesNotContain(true, Many(MemoryTrimmer.Threshold - 1, trimmer));
    }

    [Fact]
    public void After_many_every_one_more_puts_it_off()
    {
        var trimmer = new MemoryTrimmer(() => _trims++);
        Assert.Equal([true, true, true], Many(MemoryTrimmer.Threshold + 2, trimmer)[^3..]);
        Assert.Equal(0, _trims);
    }

    [Fact]
    public void What_was_tidied_up_counts_no_more()
    {
        var trimmer = new MemoryTrimmer(() => _trims++);
        Many(MemoryTrimmer.Threshold, trimmer);
        trimmer.Trim();
        Assert.Equal(1, _trims);
        Assert.DoesNotContain(true, Many(MemoryTrimmer.Threshold - 1, trimmer));
    }

    private static bool[] Many(int count, MemoryTrimmer trimmer) =>
        [.. Enumerable.Range(0, count).Select(_ => trimmer.Record())];
}
