using LanChat.Protocol;
using LanChat.Server.Search;
using LanChat.Server.Storage;
using LanChat.Server.Tests.History;

namespace LanChat.Server.Tests.Search;

public sealed class HistoryQueriesSpecs
{
    private readonly InMemoryReader _ten = new(TestMessages.Messages(11, 20));

    private RoomEvent.HistoryPage Page(
        long? before = null, long? after = null, long? around = null, long? limit = null) =>
        Assert.IsType<RoomEvent.HistoryPage>(
            HistoryQueries.Run(new ClientMessage.ReadHistory(5, before, after, around, limit), _ten));

    private static void Shows(RoomEvent.HistoryPage page, int first, int last, bool older, bool newer)
    {
        Assert.Equal(Enumerable.Range(first, last - first + 1), page.Messages.Select(message => (int)message.Id));
        Assert.Equal((older, newer), (page.HasOlder, page.HasNewer));
        Assert.Equal(5, page.Tag);
    }

    [Fact]
    public void Without_an_anchor_the_newest_page_is_shown() =>
        Shows(Page(limit: 3), 18, 20, older: true, newer: false);

    [Fact]
    public void A_page_with_the_whole_history_has_no_neighbours() => Shows(Page(), 11, 20, older: false, newer: false);

    [Fact]
    public void Before_shows_the_messages_right_before_the_anchor() =>
        Shows(Page(before: 16, limit: 3), 13, 15, older: true, newer: true);

    [Fact]
    public void After_shows_the_messages_right_after_the_anchor() =>
        Shows(Page(after: 13, limit: 3), 14, 16, older: true, newer: true);

    [Fact]
    public void Around_shows_the_anchor_in_the_middle() =>
        Shows(Page(around: 15, limit: 4), 13, 16, older: true, newer: true);

    [Fact]
    public void Around_shows_more_on_the_other_side_near_an_end()
    {
        Shows(Page(around: 20, limit: 4), 17, 20, older: true, newer: false);
        Shows(Page(around: 11, limit: 4), 11, 14, older: false, newer: true);
    }

    [Fact]
    public void Between_excludes_both_anchors()
    {
        Shows(Page(after: 13, before: 17), 14, 16, older: true, newer: true);
        Shows(Page(after: 13, before: 17, limit: 2), 14, 15, older: true, newer: true);
        Shows(Page(after: 13, before: 14), 1, 0, older: true, newer: true);
    }

    [Fact]
    public void Beyond_the_ends_the_page_is_empty()
    {
        Shows(Page(before: 11), 1, 0, older: false, newer: true);
        Shows(Page(after: 20), 1, 0, older: true, newer: false);
    }

    [Theory]
    [InlineData(long.MinValue)]
    [InlineData(-1L)]
    [InlineData(0L)]
    [InlineData(long.MaxValue)]
    public void Any_anchor_is_valid(long id)
    {
        Page(before: id, limit: id);
        Page(after: id, limit: id);
        Page(around: id, limit: id);
        Page(after: id, before: id);
    }

    [Theory]
    [InlineData(-1L, 1)]
    [InlineData(0L, 1)]
    [InlineData(1000L, HistoryQueries.MaxMessages)]
    [InlineData(long.MaxValue, HistoryQueries.MaxMessages)]
    [InlineData(null, 100)]
    public void A_page_has_a_maximum_length(long? limit, int count)
    {
        var answer = HistoryQueries.Run(
            new ClientMessage.ReadHistory(1, null, null, null, limit),
            new InMemoryReader(TestMessages.Messages(1, 1000)));

        Assert.Equal(count, Assert.IsType<RoomEvent.HistoryPage>(answer).Messages.Count);
    }

    [Fact]
    public void Long_messages_make_shorter_pages_without_gaps()
    {
        var reader = new InMemoryReader(
            [.. Enumerable.Range(1, 20).Select(id => TestMessages.Message(id, new string('x', 65_000)))]);
        var seen = new List<long>();
        for (var page = First(null); ; page = First(seen[^1]))
        {
            seen.AddRange(page.Messages.Select(message => message.Id).Reverse());
            Assert.InRange(page.Messages.Count, 1, 4);
            if (!page.HasOlder) break;
        }

        Assert.Equal(Enumerable.Range(1, 20).Reverse().Select(id => (long)id), seen);

        RoomEvent.HistoryPage First(long? before) =>
            (RoomEvent.HistoryPage)HistoryQueries.Run(
                new ClientMessage.ReadHistory(1, before, null, null, null), reader);
    }

    [Fact]
    public void A_search_text_beyond_the_maximum_is_refused()
    {
        var answer = HistoryQueries.Run(new ClientMessage.Search(1, new string('x', 201)), _ten);

        Assert.Equal(Refusal.SearchTooLong, Assert.IsType<RoomEvent.Refused>(answer).Reason);
    }
}
