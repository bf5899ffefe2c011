using LanChat.Client.Terminal.Screens;
using LanChat.Client.Terminal.Widgets;

namespace LanChat.Client.Tests.Terminal.Widgets;

public sealed class ScrollbackGapSpecs
{
    private const int Cells = 40;
    private const int Height = 3;

    private readonly Scrollback _transcript = new(10, TestTheme.With(ColorSystem.EightBit));

    private static Entry Message(long id, int day = 1) =>
        new([[new TextSpan($"m{id}")]])
        {
            Id = id,
            Sign = " ",
            Time = new DateTime(2026, 11, day, 0, 0, 0).AddMinutes(id),
        };

    private static Entry Mark(string text) => new([[new TextSpan(text)]]);

    private void Say(params int[] ids)
    {
        foreach (var id in ids) _transcript.Add(Message(id));
    }

    private void Fill(long gap, string? left, params int[] ids) =>
        _transcript.Fill(gap, [.. ids.Select(id => Message(id))], left is null ? null : Mark(left));

    private string Seen(int height = Height) =>
        string.Join(' ', _transcript.Visible(Cells, height).Select(row => row.Text.Trim().Split(' ')[^1]));

    [Fact]
    public void A_visible_gap_is_found_with_the_message_after_it()
    {
        _transcript.ShowGap(1, Mark("more"));
        Say(5, 6, 7, 8);
        Assert.Null(_transcript.VisibleGap(Cells, Height));

        _transcript.ToTop(Cells, Height + 1);

        Assert.Equal((1, 5), _transcript.VisibleGap(Cells, Height + 1));
    }

    [Fact]
    public void Filled_messages_are_in_order_and_the_visible_rows_stay()
    {
        _transcript.ShowGap(1, Mark("more"));
        Say(5, 6, 7, 8);
        _transcript.Up(1, Cells, Height);
        var seen = Seen();

        Fill(1, "more", 3, 4);
        Assert.Equal(seen, Seen());
        Fill(1, null, 1, 2);

        Assert.Equal(seen, Seen());
        _transcript.ToEnd();
        Assert.EndsWith("m1 m2 m3 m4 m5 m6 m7 m8", Seen(20), StringComparison.Ordinal);
        Assert.DoesNotContain("more", Seen(20), StringComparison.Ordinal);
        Assert.Null(_transcript.VisibleGap(Cells, 20));
    }

    [Fact]
    public void A_gap_in_the_middle_is_filled_in_the_middle()
    {
        Say(1, 2);
        _transcript.ShowGap(7, Mark("gap"));
        Say(6, 7);

        Fill(7, "left", 4, 5);
        Assert.EndsWith("m1 m2 left m4 m5 m6 m7", Seen(20), StringComparison.Ordinal);
        Fill(7, null, 3);

        Assert.EndsWith("m1 m2 m3 m4 m5 m6 m7", Seen(20), StringComparison.Ordinal);
    }

    [Fact]
    public void A_filled_message_with_a_later_id_is_dropped()
    {
        _transcript.ShowGap(1, Mark("more"));
        Say(5);

        _transcript.Fill(1, [Message(3, day: 9), Message(4), Message(5), Message(6)], null);

        Assert.EndsWith("m3 — m4 m5", Seen(20), StringComparison.Ordinal);
        Assert.DoesNotContain("m6", Seen(20), StringComparison.Ordinal);
    }

    [Fact]
    public void Each_day_has_one_date_line()
    {
        _transcript.ShowGap(1, Mark("more"));
        _transcript.Add(Message(5, day: 2));

        _transcript.Fill(1, [Message(3), Message(4, day: 2)], null);

        Assert.Equal(
            2, _transcript.Visible(Cells, 20).Count(row => row.Text.Contains("2026", StringComparison.Ordinal)));
    }

    [Fact]
    public void Dropped_messages_leave_a_gap_that_can_be_fetched()
    {
        _transcript.ShowGap(1, Mark("more"));
        Say([.. Enumerable.Range(1, 30)]);
        _transcript.ToTop(Cells, Height);

        var (gap, before) = _transcript.VisibleGap(Cells, Height)!.Value;
        Assert.Equal((1, 22), (gap, before));
        Fill(1, "more", 20, 21);

        _transcript.ToEnd();
        Assert.EndsWith("more — m20 m21 m22 m23 m24 m25 m26 m27 m28 m29 m30", Seen(40), StringComparison.Ordinal);
    }

    [Fact]
    public void Filling_a_gap_keeps_the_search_position()
    {
        _transcript.ShowGap(1, Mark("more"));
        Say(5, 6, 15);
        _transcript.Find("m5", Cells, Height);
        Assert.Equal((1, 1), (_transcript.Search!.Position, _transcript.Search.Count));

        _transcript.Fill(1, [Message(3), new Entry([[new TextSpan("m51")]]) { Id = 4, Time = Message(4).Time }], null);

        Assert.Equal((1, 2), (_transcript.Search!.Position, _transcript.Search.Count));
    }

    private void GoTo(long id, params int[] around)
    {
        _transcript.InsertPage([.. around.Select(one => Message(one))], Mark("more") with { Gap = 9 });
        _transcript.GoTo(id, "", Cells, Height);
    }

    [Fact]
    public void A_page_that_is_jumped_to_is_inserted_with_gaps_around_it()
    {
        _transcript.ShowGap(1, Mark("more"));
        Say(50, 51);

        GoTo(10, 9, 10, 11);

        Assert.Equal("m9 m10 m11", Seen());
        Assert.EndsWith("more m9 m10 m11 more m50 m51", Ending(), StringComparison.Ordinal);
        Assert.Equal((1, 9), _transcript.VisibleGap(Cells, 20));
    }

    [Fact]
    public void A_jump_to_known_messages_inserts_nothing()
    {
        Say(1, 2, 3, 4, 5, 6);

        GoTo(2, 1, 2, 3);

        Assert.Equal("m1 m2 m3", Seen().Replace("2026 ", "", StringComparison.Ordinal));
        Assert.EndsWith("m1 m2 m3 m4 m5 m6", Ending(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_that_touches_known_messages_leaves_no_gap()
    {
        _transcript.ShowGap(1, Mark("more"));
        Say(5, 6, 7);

        GoTo(3, 2, 3, 4, 5, 6);

        Assert.EndsWith("more m2 m3 m4 m5 m6 m7", Ending(), StringComparison.Ordinal);
    }

    [Fact]
    public void Dropped_message_ids_remove_the_gaps()
    {
        _transcript.ShowGap(1, Mark("more"));
        Say(5, 6);

        _transcript.DropMessageIds();
        Say(1, 2);
        GoTo(1, 1, 2);

        Assert.EndsWith("m5 m6 m1 m2", Ending(), StringComparison.Ordinal);
        Assert.DoesNotContain("more", Ending(), StringComparison.Ordinal);
    }

    /// <summary>The whole transcript, without date lines.</summary>
    private string Ending()
    {
        _transcript.ToEnd();
        return Seen(40).Replace("— ", "", StringComparison.Ordinal);
    }
}
