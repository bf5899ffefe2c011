using LanChat.Client.Terminal.Input;

namespace LanChat.Client.Tests.Terminal.Input;

public sealed class LineEditorSpecs
{
    private const string Family = "👨‍👩‍👧";
    private readonly LineEditor _editor = new();

    private void Type(string text)
    {
        foreach (var typed in text) _editor.Insert(typed);
    }

    /// <summary>The text; a bar marks the cursor.</summary>
    private string Shown => _editor.Text.Insert(_editor.Cursor, "|");

    [Fact]
    public void Characters_are_inserted_at_the_cursor()
    {
        Type("ac");
        _editor.Left();
        Type("b");

        Assert.Equal("ab|c", Shown);
    }

    [Fact]
    public void A_surrogate_pair_is_inserted_as_one_character()
    {
        Type("😀");
        Assert.Equal("😀|", Shown);

        _editor.Insert('\uDE00');
        _editor.Insert('\uD83D');
        Assert.Equal("😀|", Shown);
        _editor.Insert('x');
        _editor.Insert('\uDE00');
        Assert.Equal("😀x|", Shown);
    }

    [Fact]
    public void The_cursor_moves_by_whole_characters()
    {
        Type($"a{Family}中e\u0301");

        var places = new List<string>();
        for (var i = 0; i < 5; i++)
        {
            places.Add(Shown);
            _editor.Left();
        }

        string[] expected =
            [
                $"a{Family}中e\u0301|",
                $"a{Family}中|e\u0301",
                $"a{Family}|中e\u0301",
                $"a|{Family}中e\u0301",
                $"|a{Family}中e\u0301",
            ];
        Assert.Equal(expected, places);
        for (var i = 0; i < 2; i++) _editor.Right();
        Assert.Equal($"a{Family}|中e\u0301", Shown);
    }

    [Fact]
    public void Whole_characters_are_deleted()
    {
        Type($"a{Family}b{Family}");
        _editor.Backspace();
        Assert.Equal($"a{Family}b|", Shown);

        _editor.Home();
        _editor.Right();
        _editor.Delete();
        Assert.Equal("a|b", Shown);
    }

    [Fact]
    public void Moving_and_deleting_stop_at_the_ends()
    {
        _editor.Left();
        _editor.Backspace();
        _editor.Right();
        _editor.Delete();
        Type("a");
        _editor.Right();
        _editor.Delete();
        _editor.Home();
        _editor.Left();
        _editor.Backspace();

        Assert.Equal("|a", Shown);
        _editor.End();
        Assert.Equal("a|", Shown);
    }

    [Fact]
    public void The_text_on_either_side_of_the_cursor_can_be_deleted()
    {
        Type("abcd");
        _editor.Left();
        _editor.DeleteToEnd();
        Assert.Equal("abc|", Shown);

        _editor.Left();
        _editor.DeleteToStart();
        Assert.Equal("|c", Shown);
    }

    [Theory]
    [InlineData("one two", "one |")]
    [InlineData("one two  ", "one |")]
    [InlineData("one", "|")]
    [InlineData("  ", "|")]
    [InlineData("", "|")]
    [InlineData("你好 世界", "你好 |")]
    public void The_word_before_the_cursor_can_be_deleted(string text, string left)
    {
        Type(text);

        _editor.DeleteWord();

        Assert.Equal(left, Shown);
    }

    [Fact]
    public void Home_End_and_their_deletions_stay_within_the_line()
    {
        _editor.Replace("one\ntwo\nthree");
        Assert.True(_editor.Up());
        _editor.Home();
        Assert.Equal("one\n|two\nthree", Shown);
        _editor.DeleteToStart();
        _editor.End();
        _editor.Left();
        _editor.DeleteToEnd();
        Assert.Equal("one\ntw|\nthree", Shown);
    }

    [Fact]
    public void The_cursor_moves_between_lines_and_never_into_a_character()
    {
        _editor.Replace($"ab{Family}\nc\nlonger");

        Assert.False(_editor.Down());
        Assert.True(_editor.Up());
        Assert.Equal($"ab{Family}\nc|\nlonger", Shown);
        Assert.True(_editor.Up());
        Assert.Equal($"a|b{Family}\nc\nlonger", Shown);
        Assert.False(_editor.Up());
        _editor.Replace($"ab{Family}\n12345");
        Assert.True(_editor.Up());
        Assert.Equal($"ab|{Family}\n12345", Shown);
    }

    [Fact]
    public void Text_above_the_maximum_length_is_not_inserted()
    {
        Type(new string('x', LineEditor.MaxLength));

        Type("yz😀");

        Assert.Equal(new string('x', LineEditor.MaxLength), _editor.Text);
    }
}
