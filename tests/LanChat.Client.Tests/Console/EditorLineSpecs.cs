using LanChat.Client.Console;

namespace LanChat.Client.Tests.Console;

public sealed class EditorLineSpecs
{
    [Fact]
    public void A_short_text_is_shown_whole_with_the_cursor_where_it_is()
    {
        Assert.Equal(new EditorLine("> hello", 7), EditorLine.Of("> ", "hello", 5, 20));
        Assert.Equal(new EditorLine("> hello", 2), EditorLine.Of("> ", "hello", 0, 20));
        Assert.Equal(new EditorLine("小糖豆> 你好", 10), EditorLine.Of("小糖豆> ", "你好", 1, 20));
    }

    [Fact]
    public void The_last_cell_is_left_for_the_cursor()
    {
        Assert.Equal(new EditorLine("> 1234567", 9), EditorLine.Of("> ", "1234567", 7, 10));
        Assert.Equal(new EditorLine("> 45678", 7), EditorLine.Of("> ", "12345678", 8, 10));
    }

    [Fact]
    public void A_long_text_is_shown_from_its_beginning_as_long_as_the_cursor_is_there() =>
        Assert.Equal(new EditorLine("> 1234567", 5), EditorLine.Of("> ", "1234567890", 3, 10));

    [Fact]
    public void Wide_characters_are_not_cut_in_half()
    {
        Assert.Equal(new EditorLine("> 一二三", 2), EditorLine.Of("> ", "一二三四五", 0, 10));
        Assert.Equal(new EditorLine("> 三四五", 8), EditorLine.Of("> ", "一二三四五", 5, 10));
    }

    [Fact]
    public void A_long_prompt_takes_half_of_the_line() =>
        Assert.Equal(new EditorLine("ninn…hi", 7), EditorLine.Of("ninnyhammer> ", "hi", 2, 10));

    [Fact]
    public void What_could_control_the_terminal_is_shown_and_counted_as_it_is_shown() =>
        Assert.Equal(new EditorLine("> a\\u{202e}b", 12), EditorLine.Of("> ", "a\u202Eb", 3, 20));

    [Fact]
    public void Wherever_the_cursor_is_and_however_narrow_the_line_it_can_be_seen()
    {
        const string text = "a一👨‍👩‍👧b二c😀d三e\u0301f四g";
        for (var cells = 1; cells < 40; cells++)
        {
            foreach (var cursor in System.Globalization.StringInfo.ParseCombiningCharacters(text).Append(text.Length))
            {
                var line = EditorLine.Of("小糖豆> ", text, cursor, cells);

                Assert.InRange(line.Cursor, 0, Math.Max(cells - 1, 2));
                Assert.InRange(CellWidth.Of(line.Text), 0, Math.Max(cells - 1, 2));
                Assert.True(line.Cursor <= CellWidth.Of(line.Text) || cells < 8);
            }
        }
    }
}
