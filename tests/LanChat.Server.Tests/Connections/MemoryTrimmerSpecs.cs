using LanChat.Server.Listening;

namespace LanChat.Server.Tests.Connections;

public sealed class MemoryTrimmerSpecs
{
    private int _trims;

    [Fact]
    public void A_few_disconnects_do_not_schedule_a_trim()
    {
        var trimmer = new MemoryTrimmer(() => _trims++);
        Assert.DoesNotContain(true, Record(MemoryTrimmer.Threshold - 1, trimmer));
    }

    [Fact]
    public void Beyond_the_threshold_every_disconnect_postpones_the_trim()
    {
        var trimmer = new MemoryTrimmer(() => _trims++);
        Assert.Equal([true, true, true], Record(MemoryTrimmer.Threshold + 2, trimmer)[^3..]);
        Assert.Equal(0, _trims);
    }

    [Fact]
    public void A_trim_resets_the_count()
    {
        var trimmer = new MemoryTrimmer(() => _trims++);
        Record(MemoryTrimmer.Threshold, trimmer);
        trimmer.Trim();
        Assert.Equal(1, _trims);
        Assert.DoesNotContain(true, Record(MemoryTrimmer.Threshold - 1, trimmer));
    }

    private static bool[] Record(int count, MemoryTrimmer trimmer) =>
        [.. Enumerable.Range(0, count).Select(_ => trimmer.Record())];
}
