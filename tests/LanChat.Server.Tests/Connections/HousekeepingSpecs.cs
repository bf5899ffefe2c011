using LanChat.Server.Listening;

namespace LanChat.Server.Tests.Connections;

public sealed class HousekeepingSpecs
{
    private int _givenBack;

    [Fact]
    public void A_few_who_come_and_go_are_not_worth_a_pause()
    {
        var housekeeping = new Housekeeping(() => _givenBack++);
        Assert.DoesNotContain(true, Many(Housekeeping.WorthWhile - 1, housekeeping));
    }

    [Fact]
    public void After_many_every_one_more_puts_it_off()
    {
        var housekeeping = new Housekeeping(() => _givenBack++);
        Assert.Equal([true, true, true], Many(Housekeeping.WorthWhile + 2, housekeeping)[^3..]);
        Assert.Equal(0, _givenBack);
    }

    [Fact]
    public void What_was_tidied_up_counts_no_more()
    {
        var housekeeping = new Housekeeping(() => _givenBack++);
        Many(Housekeeping.WorthWhile, housekeeping);
        housekeeping.TidyUp();
        Assert.Equal(1, _givenBack);
        Assert.DoesNotContain(true, Many(Housekeeping.WorthWhile - 1, housekeeping));
    }

    private static bool[] Many(int count, Housekeeping housekeeping) => [.. Enumerable.Range(0, count).Select(_ => housekeeping.Note())];
}
