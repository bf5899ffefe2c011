using LanChat.Client.Chat;

namespace LanChat.Client.Tests.Chat;

public sealed class SearchQuerySpecs
{
    private static SearchQuery Read(string typed) =>
        Assert.IsType<UserCommand.SearchHistory>(SearchQuery.Parse(typed)).Query;

    private static void IsInvalid(string typed, string part) =>
        Assert.Contains(
            part, Assert.IsType<UserCommand.Invalid>(SearchQuery.Parse(typed)).Reason, StringComparison.Ordinal);

    [Theory]
    [InlineData("上海", "上海")]
    [InlineData("  two words ", "two words")]
    [InlineData("http://x?since=1", "http://x?since=1")]
    [InlineData("say\"from:Ann\"", "say\"from:Ann\"")]
    [InlineData("", null)]
    public void Input_without_filters_is_a_text_search(string typed, string? text) =>
        Assert.Equal(new UserCommand.SearchTranscript(text), SearchQuery.Parse(typed));

    [Fact]
    public void Filters_can_be_placed_anywhere()
    {
        Assert.Equal(
            new SearchQuery("上海 天气")
            {
                From = "Ann Lee",
                Since = new DateTime(2026, 11, 1),
                Until = new DateTime(2026, 11, 3),
                In = "Room",
            },
            Read("from:\"Ann Lee\" 上海 since:2026-11-01 天气 until:2026-11-2 in:Room"));
        Assert.Equal(new SearchQuery("") { From = "Ann" }, Read("from:Ann"));
    }

    [Fact]
    public void A_date_means_the_whole_day_and_a_time_the_minute()
    {
        Assert.Equal(new DateTime(2026, 11, 1, 9, 30, 0), Read("since:2026-11-01T09:30 x").Since);
        Assert.Equal(new DateTime(2026, 11, 1, 9, 30, 0), Read("until:\"2026-11-01 9:30\" x").Until);
        Assert.Equal(new DateTime(2026, 11, 2), Read("until:2026-11-01 x").Until);
    }

    [Fact]
    public void Invalid_filters_are_reported()
    {
        IsInvalid("since:yesterday x", "Invalid date yesterday");
        IsInvalid("until:9999-12-31 x", "Invalid date 9999-12-31");
        IsInvalid("since:2026-02-30", "Invalid date 2026-02-30");
        IsInvalid("from: x", "from: needs a value");
        IsInvalid("in:\"\" x", "in: needs a value");
        IsInvalid("in:Room", "Search for what?");
    }
}
