using LanChat.Client.Console;

namespace LanChat.Client.Tests.Console;

public sealed class LiveRegionSpecs
{
    private readonly LiveRegion _region = new();
    private readonly FakeTerminal _terminal = new(width: 10);

    private void Draw(string[] printed, string[] lines, int cursor) =>
        _terminal.Write(_region.Draw(printed, [.. lines.Select(RegionLine.Plain)], cursor, _terminal.Width));

    [Fact]
    public void It_stands_at_the_top_at_first_with_the_cursor_in_its_last_line()
    {
        Draw([], ["rooms", "> hi"], 3);

        Assert.Equal("rooms\n> h|i", _terminal.Screen);
    }

    [Fact]
    public void It_is_drawn_anew_in_its_place()
    {
        Draw([], ["1 room", "2 room", "> hello"], 7);
        Draw([], ["1", "> h"], 3);

        Assert.Equal("1\n> h|", _terminal.Screen);
    }

    [Fact]
    public void What_is_printed_goes_above_it_and_stays()
    {
        Draw([], ["> "], 2);
        Draw(["one", "two"], ["> h"], 3);
        Draw(["three"], ["> he"], 4);

        Assert.Equal("one\ntwo\nthree\n> he|", _terminal.Screen);
    }

    [Fact]
    public void A_printed_line_longer_than_the_screen_wraps()
    {
        Draw([], ["> "], 2);
        Draw(["0123456789ab"], ["> h"], 3);
        Draw([], ["> he"], 4);

        Assert.Equal("0123456789\nab\n> he|", _terminal.Screen);
    }

    [Fact]
    public void When_the_terminal_became_narrower_the_rows_it_takes_now_are_replaced()
    {
        // Nine cells in rows of four take three rows, and the cursor in cell 8 of the last line is in its third row.
        _region.Draw([], [RegionLine.Plain("123456789"), RegionLine.Plain("123456789")], 8, 10);

        Assert.Contains("\r\e[5A\e[J", _region.Draw([], [RegionLine.Plain(">")], 1, 4));
    }

    [Fact]
    public void It_can_be_taken_away()
    {
        Draw(["one"], ["rooms", "> hi"], 3);

        _terminal.Write(_region.Erase(["two"], 10));

        Assert.Equal("one\ntwo\n|", _terminal.Screen);
    }
}
