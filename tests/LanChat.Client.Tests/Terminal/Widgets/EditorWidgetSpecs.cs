using LanChat.Client.Terminal.Widgets;

namespace LanChat.Client.Tests.Terminal.Widgets;

public sealed class EditorWidgetSpecs
{
    private static (string Text, int Cell, int Row) Shown(
        string prompt, string text, int cursor, int cells, int most = 5)
    {
        var pane = EditorWidget.Of(prompt, text, cursor, cells, most);
        return (string.Join('\n', pane.Rows.Select(row => row.Text)), pane.Cell, pane.Row);
    }

    [Fact]
    public void A_short_text_is_one_row()
    {
        Assert.Equal(("> hello", 7, 0), Shown("> ", "hello", 5, 20));
        Assert.Equal(("> hello", 2, 0), Shown("> ", "hello", 0, 20));
        Assert.Equal(("小糖豆> 你好", 10, 0), Shown("小糖豆> ", "你好", 1, 20));
    }

    [Fact]
    public void A_long_text_wraps_and_leaves_a_cell_for_the_cursor()
    {
        Assert.Equal(("> 1234567", 9, 0), Shown("> ", "1234567", 7, 10));
        Assert.Equal(("> 1234567\n  8", 3, 1), Shown("> ", "12345678", 8, 10));
        Assert.Equal(("> 一二三\n  四五", 6, 1), Shown("> ", "一二三四五", 5, 10));
    }

    [Fact]
    public void Line_breaks_start_new_rows()
    {
        Assert.Equal(("> one\n  \n  two", 2, 1), Shown("> ", "one\n\ntwo", 4, 20));
        Assert.Equal(("> one\n  ", 2, 1), Shown("> ", "one\n", 4, 20));
        Assert.Equal(("> one\n  two", 5, 0), Shown("> ", "one\ntwo", 3, 20));
    }

    [Fact]
    public void Only_the_rows_around_the_cursor_are_shown()
    {
        Assert.Equal(("  b\n  c", 3, 1), Shown("> ", "a\nb\nc", 5, 20, most: 2));
        Assert.Equal(("> a\n  b", 2, 0), Shown("> ", "a\nb\nc", 0, 20, most: 2));
        Assert.Equal(("> a\n  b", 2, 1), Shown("> ", "a\nb\nc", 2, 20, most: 2));
    }

    [Fact]
    public void A_long_prompt_takes_at_most_half_of_the_row() =>
        Assert.Equal(("ninn…hi", 7, 0), Shown("ninnyhammer> ", "hi", 2, 10));

    [Fact]
    public void Control_characters_are_escaped_and_counted_as_shown()
    {
        Assert.Equal(("> a\\u{202e}b", 12, 0), Shown("> ", "a\u202Eb", 3, 20));
        Assert.Equal((">     x", 7, 0), Shown("> ", "\tx", 2, 20));
    }

    [Fact]
    public void The_cursor_is_visible_at_any_place_and_width()
    {
        const string text = "a一👨‍👩‍👧b二c😀d\n三e\u0301f四g";
        for (var cells = 4; cells < 40; cells++)
        {
            foreach (var cursor in System.Globalization.StringInfo.ParseCombiningCharacters(text).Append(text.Length))
            {
                var pane = EditorWidget.Of("小糖豆> ", text, cursor, cells, 3);

                Assert.InRange(pane.Row, 0, pane.Rows.Count - 1);
                Assert.InRange(pane.Rows.Count, 1, 3);
                Assert.InRange(pane.Cell, 0, cells);
                Assert.True(pane.Cell <= pane.Rows[pane.Row].Cells);
            }
        }
    }
}
