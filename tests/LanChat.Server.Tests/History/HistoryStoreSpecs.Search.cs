using LanChat.Protocol;
using LanChat.Server.Storage;

namespace LanChat.Server.Tests.History;

/// <summary>Readers and searches, with the index and without.</summary>
public abstract partial class HistoryStoreSpecs
{
    private static SearchQuery Query(string text, string? from = null, long before = long.MaxValue, int limit = 100) =>
        new(text, from, null, null, before, limit);

    /// <summary>Searches before and after indexing; both must find the same.</summary>
    private long[] Found(SearchQuery query)
    {
        long[] without;
        using (var reader = History.OpenReader()) without = [.. Ids(reader.Search(query).Messages)];
        using var index = History.OpenIndex();
        while (index?.Advance(3) == 3)
        {
        }

        using var again = History.OpenReader();
        Assert.Equal(without, Ids(again.Search(query).Messages));
        return without;
    }

    private void Persist(params string[] texts) =>
        History.Append([.. texts.Select((text, at) => TestMessages.Message(at + 1, text))]);

    [StoreFact]
    public void A_reader_reads_both_ways_without_private_messages()
    {
        History.Append(
            [
                .. TestMessages.Messages(1, 4),
                TestMessages.Message(5, "psst", MessageKind.Private),
                .. TestMessages.Messages(6, 8),
            ]);
        using var reader = History.OpenReader();

        Assert.Equal([3, 4], Ids(reader.ReadBefore(6, 2)));
        Assert.Equal([1, 2], Ids(reader.ReadBefore(3, 10)));
        Assert.Equal([6, 7], Ids(reader.ReadAfter(4, 2)));
        Assert.Equal([8], Ids(reader.ReadAfter(7, 10)));
        Assert.Empty(reader.ReadAfter(8, 10));
        Assert.Equal([8], Ids(reader.ReadBefore(long.MaxValue, 1)));
        Assert.Equal([1], Ids(reader.ReadAfter(long.MinValue, 1)));
    }

    [StoreFact]
    public void A_reader_sees_later_messages()
    {
        Persist("one");
        using var reader = History.OpenReader();
        Assert.Single(reader.ReadBefore(long.MaxValue, 10));

        History.Append([TestMessages.Message(2, "two")]);

        Assert.Equal([1, 2], Ids(reader.ReadBefore(long.MaxValue, 10)));
        Assert.Equal([2], Ids(reader.Search(Query("two")).Messages));
    }

    [StoreFact]
    public void Parts_of_words_are_found_in_any_case_in_any_script()
    {
        Persist("我家在上海东边", "see the Examples", "ПРИВЕТ, мир", "上 海", "a😀b😀c", "Ça va");

        Assert.Equal([1], Found(Query("上海")));
        Assert.Equal([4, 1], Found(Query("海")));
        Assert.Equal([1], Found(Query("在上海东")));
        Assert.Equal([2], Found(Query("exampl")));
        Assert.Equal([2], Found(Query("SEE")));
        Assert.Equal([3], Found(Query("привет")));
        Assert.Equal([5], Found(Query("😀B😀")));
        Assert.Equal([6], Found(Query("çA")));
    }

    [StoreFact]
    public void Search_text_is_never_syntax()
    {
        Persist(
            "100% of _it_",
            "he said \"no\"",
            "a*b OR c",
            "it's NEAR(x)",
            "back\\slash",
            "plain",
            "tab\there",
            "semi;colon--");

        Assert.Equal([1], Found(Query("0% ")));
        Assert.Equal([1], Found(Query("_it")));
        Assert.Equal([1], Found(Query("%")));
        Assert.Equal([2], Found(Query("\"no\"")));
        Assert.Equal([3], Found(Query("a*b")));
        Assert.Equal([3], Found(Query(" OR ")));
        Assert.Equal([4], Found(Query("it's NEAR(")));
        Assert.Equal([5], Found(Query("\\")));
        Assert.Equal([7], Found(Query("\th")));
        Assert.Equal([8], Found(Query(";colon--")));
        Assert.Empty(Found(Query("p%n")));
        Assert.Empty(Found(Query("_____")));
        Assert.Empty(Found(Query("pla*")));
    }

    [StoreFact]
    public void Neither_lone_surrogates_nor_long_texts_do_harm()
    {
        Persist("a", new string('x', 65_536), "b");

        Assert.Empty(Found(Query("\ud800\ud800\ud800")));
        Assert.Empty(Found(Query("\udc00")));
        Assert.Empty(Found(Query(new string('y', 200))));
        Assert.Equal([2], Found(Query(new string('X', 200))));
    }

    [StoreFact]
    public void Only_member_messages_are_found()
    {
        History.Append(
            [.. Enum.GetValues<MessageKind>().Select((kind, at) => TestMessages.Message(at + 1, "hello there", kind))]);

        Assert.Equal(
            [(int)MessageKind.File + 1, (int)MessageKind.Acted + 1, (int)MessageKind.Said + 1], Found(Query("hello")));
        Assert.Equal([4, 2, 1], Found(Query("lo")));
    }

    [StoreFact]
    public void Searches_filter_by_sender_and_time()
    {
        var start = new DateTime(2026, 11, 1, 12, 0, 0, DateTimeKind.Local);
        History.Append([.. Enumerable.Range(1, 10).Select(id =>
            TestMessages.Message(id, "hello there") with
            {
                Nickname = id % 2 == 0 ? "Ann" : "Ánn Lee",
                Time = start.AddHours(id * 10),
            })]);

        Assert.Equal([10, 8, 6, 4, 2], Found(Query("hello", "ann")));
        Assert.Equal([9, 7, 5, 3, 1], Found(Query("", "ánn lee")));
        Assert.Empty(Found(Query("hello", "an")));
        Assert.Equal([5, 4, 3], Found(Query("the") with { Since = start.AddHours(30), Until = start.AddHours(60) }));
        Assert.Equal([5, 4, 3], Found(Query("") with { Since = start.AddHours(30), Until = start.AddHours(60) }));
        Assert.Equal([4], Found(Query("e", "Ann") with { Since = start.AddHours(30), Until = start.AddHours(60) }));
        Assert.Empty(Found(Query("the") with { Since = start.AddYears(1) }));
        Assert.Equal(10, Found(Query("the") with { Since = DateTime.MinValue, Until = DateTime.MaxValue }).Length);
    }

    [StoreFact]
    public void A_search_continues_until_the_beginning()
    {
        Persist([.. Enumerable.Range(1, 25).Select(id => id % 5 == 0 ? "needle" : "hay")]);
        _ = Found(Query("needle"));
        using var reader = History.OpenReader();

        var first = reader.Search(Query("needle", limit: 2));
        var second = reader.Search(Query("needle", before: first.Next!.Value, limit: 2));
        var third = reader.Search(Query("needle", before: second.Next!.Value, limit: 2));

        Assert.Equal([25, 20, 15, 10, 5], Ids([.. first.Messages, .. second.Messages, .. third.Messages]));
        Assert.Null(third.Next);
        Assert.False(first.ScanLimitReached);
    }
}
