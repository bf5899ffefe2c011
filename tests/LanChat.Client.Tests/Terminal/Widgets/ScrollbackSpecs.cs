using LanChat.Client.Terminal.Screens;
using LanChat.Client.Terminal.Widgets;

namespace LanChat.Client.Tests.Terminal.Widgets;

public sealed class ScrollbackSpecs
{
    private const int Cells = 10;
    private const int Height = 4;
    private static readonly DateTime Day = new(2026, 11, 20, 9, 0, 0);
    private readonly Scrollback _transcript = new(most: 10, TestTheme.With(ColorSystem.EightBit));

    private string Shown => string.Join('|', _transcript.Visible(Cells, Height).Select(row => row.Text));

    private void Add(params string[] texts)
    {
        foreach (var text in texts) _transcript.Add(new Entry([[new TextSpan(text)]]));
    }

    private void Count(int from, int to) =>
        Add([.. Enumerable.Range(from, to - from + 1).Select(number => $"{number}")]);

    [Fact]
    public void The_end_is_visible()
    {
        Assert.Equal("", Shown);
        Count(1, 6);
        Assert.Equal("3|4|5|6", Shown);
        Count(7, 7);
        Assert.Equal("4|5|6|7", Shown);
        Assert.Equal((0, true), (_transcript.Unseen, _transcript.IsAtEnd));
    }

    [Fact]
    public void Scrolling_back_keeps_the_visible_rows_and_counts_new_messages()
    {
        Count(1, 8);
        _transcript.Up(2, Cells, Height);
        Assert.Equal("3|4|5|6", Shown);

        Count(9, 10);
        Assert.Equal("3|4|5|6", Shown);
        Assert.Equal((2, false), (_transcript.Unseen, _transcript.IsAtEnd));
        _transcript.Down(3, Cells);
        Assert.Equal("6|7|8|9", Shown);
        Assert.Equal(1, _transcript.Unseen);
        _transcript.Down(3, Cells);
        Assert.Equal("7|8|9|10", Shown);
        Assert.Equal((0, true), (_transcript.Unseen, _transcript.IsAtEnd));
    }

    [Fact]
    public void Scrolling_stops_at_the_beginning()
    {
        Count(1, 6);
        _transcript.Up(100, Cells, Height);
        Assert.Equal("1|2|3|4", Shown);
        _transcript.ToEnd();
        Assert.Equal("3|4|5|6", Shown);
        _transcript.ToTop(Cells, Height);
        Assert.Equal("1|2|3|4", Shown);
    }

    [Fact]
    public void Jumping_to_the_beginning_takes_effect_when_rows_are_visible_again()
    {
        Count(1, 6);
        _transcript.ToTop(Cells, 0);

        Assert.Equal("1", Shown);
    }

    [Fact]
    public void A_transcript_that_fits_does_not_scroll()
    {
        Count(1, 4);
        _transcript.Up(1, Cells, Height);
        _transcript.ToTop(Cells, Height);
        _transcript.Down(1, Cells);

        Assert.Equal("1|2|3|4", Shown);
        Assert.True(_transcript.IsAtEnd);
    }

    [Fact]
    public void Scrolling_can_stop_within_an_entry_of_many_rows()
    {
        Add("1", "twotwotwo2 three3 four4", "5");
        Assert.Equal("twotwotwo2|three3|four4|5", Shown);
        Add("6");
        Assert.Equal("three3|four4|5|6", Shown);
        _transcript.Up(3, Cells, Height);
        Assert.Equal("1|twotwotwo2|three3|four4", Shown);

        Assert.Equal(
            "1|twotwotwo2 three3|four4", string.Join('|', _transcript.Visible(20, Height).Select(row => row.Text)));
    }

    [Fact]
    public void Old_messages_are_dropped_and_visible_rows_move_only_if_dropped()
    {
        Count(1, 10);
        _transcript.Up(3, Cells, Height);
        Assert.Equal("4|5|6|7", Shown);
        Count(11, 13);
        Assert.Equal("4|5|6|7", Shown);
        Count(14, 16);
        Assert.Equal("7", Shown);
        _transcript.ToTop(Cells, Height);
        Assert.Equal("7|8|9|10", Shown);
        Count(17, 30);
        Assert.Equal("21", Shown);
    }

    [Fact]
    public void The_end_of_daylight_saving_time_is_marked()
    {
        foreach (var (hour, minute, zone) in new[] { (2, 58, 120), (2, 5, 60), (2, 6, 60) })
            _transcript.Add(
                new Entry([[new TextSpan($"{minute}")]])
                {
                    Time = new DateTime(
                    2026, 10, 25, hour, minute, 0),
                    Zone = zone,
                    Sign = " "
                });

        Assert.Equal(
            [
                "         — Sunday, 25 October 2026 —",
                "02:58 58",
                "     — clock change: UTC+1:00 from here —",
                "02:05 5",
                "02:06 6",
            ],
            _transcript.Visible(46, 10).Select(row => row.Text));
    }

    [Fact]
    public void Each_day_begins_with_a_date_line()
    {
        foreach (var hours in new[] { 0, 5, 20 })
            _transcript.Add(new Entry([[new TextSpan($"{hours}")]]) { Time = Day.AddHours(hours), Sign = " " });
        Add("x");

        Assert.Equal(
            [
                "  — Friday, 20 November 2026 —",
                "09:00 0",
                "14:00 5",
                " — Saturday, 21 November 2026 —",
                "05:00 20",
                "x",
            ],
            _transcript.Visible(32, 10).Select(row => row.Text));
    }
}
