using LanChat.Protocol;
using LanChat.Server.Storage;

namespace LanChat.Server.Tests.History;

/// <summary>What is forgotten, and what is not.</summary>
public abstract partial class HistoryStoreSpecs
{
    private static ChatMessage SaidOn(int day) => Said.Message(day) with { Time = Noon.AddDays(day).ToLocalTime() };

    private int ForgetAll(Bounds bounds, int most = 10)
    {
        var all = 0;
        while (History.Forget(bounds, most) is > 0 and var count)
        {
            Assert.InRange(count, 1, most);
            all += count;
        }

        return all;
    }

    [StoreFact]
    public void What_is_too_old_is_forgotten_a_little_at_a_time()
    {
        History.Append([.. Enumerable.Range(1, 50).Select(SaidOn)]);

        Assert.Equal(24, ForgetAll(new Bounds(Noon.AddDays(25), null, 1)));

        Assert.Equal(Enumerable.Range(25, 26).Select(id => (long)id), Ids(History.Restore(100).Newest));
        Assert.Equal(50, History.Restore(0).LastId);
    }

    [StoreFact]
    public void The_last_messages_are_kept_however_old_they_are()
    {
        History.Append([.. Enumerable.Range(1, 50).Select(SaidOn)]);

        Assert.Equal(47, ForgetAll(new Bounds(Noon.AddDays(99), 1, 3)));
        Assert.Equal(0, ForgetAll(new Bounds(Noon.AddDays(99), 1, 10)));

        Assert.Equal([48, 49, 50], Ids(History.Restore(100).Newest));
    }

    [StoreFact]
    public void What_people_said_last_is_kept_whatever_happened_since()
    {
        History.Append(
            [.. Enumerable.Range(1, 50).Select(
                day => SaidOn(day) with { Kind = day is 3 or 5 or 7 ? MessageKind.Acted : MessageKind.Joined })]);

        Assert.Equal(45, ForgetAll(new Bounds(Noon.AddDays(99), 1, 3, 2)));
        Assert.Equal(0, ForgetAll(new Bounds(Noon.AddDays(99), 1, 3, 2)));

        Assert.Equal([5, 7, 48, 49, 50], Ids(History.Restore(100).Newest));
        Assert.Equal([7], Ids(History.Restore(100, 1).MemberMessages));
        Assert.Equal([5, 7], Ids(History.Restore(0, 10).MemberMessages));
    }

    [StoreFact]
    public void Of_more_bytes_than_may_be_the_oldest_are_forgotten_and_no_more_than_that()
    {
        History.Append([.. Enumerable.Range(1, 3000).Select(id => Said.Message(id, new string('x', 1000)))]);
        const int size = 1_000_000;

        Assert.Equal(0, ForgetAll(new Bounds(null, 10 * size, 1), 100));
        Assert.InRange(ForgetAll(new Bounds(null, size, 1), 100), 2000, 2400);
        Assert.Equal(0, ForgetAll(new Bounds(null, size, 1), 100));

        Assert.Equal(3000, History.Restore(0).LastId);
    }

    [StoreFact]
    public void Without_bounds_nothing_is_forgotten()
    {
        Assert.Equal(0, ForgetAll(new Bounds(Noon, 1, 1)));
        History.Append([SaidOn(1), SaidOn(2)]);

        Assert.Equal(0, ForgetAll(new Bounds(null, null, 1)));
    }
}
