using LanChat.Protocol;
using LanChat.Server.Storage;

namespace LanChat.Server.Tests.History;

/// <summary>Retention.</summary>
public abstract partial class HistoryStoreSpecs
{
    private static ChatMessage SaidOn(int day) =>
        TestMessages.Message(day) with { Time = Noon.AddDays(day).ToLocalTime() };

    private int PruneAll(RetentionPolicy policy, int limit = 10)
    {
        var all = 0;
        while (History.Prune(policy, limit) is > 0 and var count)
        {
            Assert.InRange(count, 1, limit);
            all += count;
        }

        return all;
    }

    [StoreFact]
    public void Old_messages_are_pruned_in_parts()
    {
        History.Append([.. Enumerable.Range(1, 50).Select(SaidOn)]);

        Assert.Equal(24, PruneAll(new RetentionPolicy(Noon.AddDays(25), null, 1)));

        Assert.Equal(Enumerable.Range(25, 26).Select(id => (long)id), Ids(History.Restore(100).Newest));
        Assert.Equal(50, History.Restore(0).LastId);
    }

    [StoreFact]
    public void The_newest_messages_are_kept_whatever_their_age()
    {
        History.Append([.. Enumerable.Range(1, 50).Select(SaidOn)]);

        Assert.Equal(47, PruneAll(new RetentionPolicy(Noon.AddDays(99), 1, 3)));
        Assert.Equal(0, PruneAll(new RetentionPolicy(Noon.AddDays(99), 1, 10)));

        Assert.Equal([48, 49, 50], Ids(History.Restore(100).Newest));
    }

    [StoreFact]
    public void The_newest_member_messages_are_kept()
    {
        History.Append(
            [.. Enumerable.Range(1, 50).Select(
                day => SaidOn(day) with { Kind = day is 3 or 5 or 7 ? MessageKind.Acted : MessageKind.Joined })]);

        Assert.Equal(45, PruneAll(new RetentionPolicy(Noon.AddDays(99), 1, 3, 2)));
        Assert.Equal(0, PruneAll(new RetentionPolicy(Noon.AddDays(99), 1, 3, 2)));

        Assert.Equal([5, 7, 48, 49, 50], Ids(History.Restore(100).Newest));
        Assert.Equal([7], Ids(History.Restore(100, 1).MemberMessages));
        Assert.Equal([5, 7], Ids(History.Restore(0, 10).MemberMessages));
    }

    [StoreFact]
    public void Pruning_by_size_deletes_no_more_than_necessary()
    {
        History.Append([.. Enumerable.Range(1, 3000).Select(id => TestMessages.Message(id, new string('x', 1000)))]);
        const int size = 1_000_000;

        Assert.Equal(0, PruneAll(new RetentionPolicy(null, 10 * size, 1), 100));
        Assert.InRange(PruneAll(new RetentionPolicy(null, size, 1), 100), 2000, 2400);
        Assert.Equal(0, PruneAll(new RetentionPolicy(null, size, 1), 100));

        Assert.Equal(3000, History.Restore(0).LastId);
    }

    [StoreFact]
    public void Without_limits_nothing_is_pruned()
    {
        Assert.Equal(0, PruneAll(new RetentionPolicy(Noon, 1, 1)));
        History.Append([SaidOn(1), SaidOn(2)]);

        Assert.Equal(0, PruneAll(new RetentionPolicy(null, null, 1)));
    }
}
