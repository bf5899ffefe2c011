using LanChat.Client.Terminal.Input;

namespace LanChat.Client.Tests.Terminal;

public sealed class CompletionSpecs
{
    private readonly LineEditor _editor = new();
    private readonly InputHistory _history = new();
    private readonly Completion _completion = new() { Names = ["Ann", "Anna B", "小糖豆", "odd\" name"] };

    private string Labels => string.Join(' ', _completion.Shown.Select(one => one.Label));

    private string Line => _editor.Text.Insert(_editor.Cursor, "|");

    private void Press(params ConsoleKeyInfo[] keys)
    {
        foreach (var key in keys) KeyBindings.Apply(key, _editor, _history, _completion);
    }

    private void Type(string text) => Press([.. Keys.Of(text)]);

    private void Press(ConsoleKey key) => Press(Keys.Of(key));

    [Theory]
    [InlineData(":sm")]
    [InlineData("hello :sm")]
    [InlineData("你好　:sm")]
    [InlineData("@Ann :sm")]
    public void A_partial_code_opens_the_list(string typed)
    {
        Type(typed);

        Assert.InRange(_completion.Shown.Count, 2, Completion.MaxShown);
        Assert.Equal(new Suggestion(":smile:", "😄", "😄"), _completion.Shown[0]);
        Assert.Equal(0, _completion.Selected);
    }

    [Theory]
    [InlineData(":s")]
    [InlineData("x:sm")]
    [InlineData("::sm")]
    [InlineData(":nope")]
    [InlineData(":smile:")]
    [InlineData(":sm ")]
    [InlineData("sm")]
    [InlineData("@")]
    [InlineData("@Bob")]
    [InlineData("x@An")]
    [InlineData("x @")]
    public void Other_input_opens_no_list(string typed)
    {
        Type(typed);

        Assert.False(_completion.IsOpen);
    }

    [Fact]
    public void Tab_replaces_the_code_by_the_selected_emoji()
    {
        Type("so :tad!");
        Press(ConsoleKey.LeftArrow);
        Press(ConsoleKey.Backspace);
        Type("d");

        Press(ConsoleKey.Tab);

        Assert.Equal("so 🎉|!", Line);
        Assert.False(_completion.IsOpen);
    }

    [Fact]
    public void The_selection_wraps_around()
    {
        Type(":smi");
        var last = _completion.Shown.Count - 1;

        Press(ConsoleKey.UpArrow);
        Assert.Equal(last, _completion.Selected);
        Press(ConsoleKey.DownArrow);
        Assert.Equal(0, _completion.Selected);
        Press(ConsoleKey.DownArrow);
        Assert.Equal(1, _completion.Selected);
        Press(new ConsoleKeyInfo('\t', ConsoleKey.Tab, shift: true, alt: false, control: false));
        Assert.Equal(0, _completion.Selected);
        Press(ConsoleKey.DownArrow);
        var second = _completion.Shown[1].Text;
        Press(ConsoleKey.Tab);
        Assert.Equal(second + "|", Line);
    }

    [Fact]
    public void Typing_narrows_the_list_and_deleting_widens_it()
    {
        Type(":smi");
        Press(ConsoleKey.DownArrow);
        Type("rk");
        Assert.Equal((":smirk: :smirk_cat:", 0), (Labels, _completion.Selected));

        Press(ConsoleKey.Backspace);
        Press(ConsoleKey.Backspace);
        Assert.Equal(Completion.MaxShown, _completion.Shown.Count);
    }

    [Fact]
    public void Escape_closes_the_list_for_the_current_word_only()
    {
        Type(":sm");
        Press(ConsoleKey.Escape);
        Type("i");
        Assert.False(_completion.IsOpen);

        Type(" :sm");
        Assert.True(_completion.IsOpen);
    }

    [Fact]
    public void A_closed_list_opens_again_on_a_new_line()
    {
        Type(":sm");
        Press(ConsoleKey.Escape);
        Press(Keys.Enter);
        _editor.Replace("");

        Type(":sm");

        Assert.True(_completion.IsOpen);
    }

    [Fact]
    public void Keys_keep_their_meaning_while_the_list_is_closed()
    {
        _history.Add(":sm");
        Type("draft");

        Press(ConsoleKey.UpArrow);
        Assert.Equal((":sm|", false), (Line, _completion.IsOpen));
        Press(ConsoleKey.Tab);
        Press(ConsoleKey.Escape);
        Press(ConsoleKey.DownArrow);

        Assert.Equal("draft|", Line);
    }

    [Theory]
    [InlineData(ConsoleKey.LeftArrow)]
    [InlineData(ConsoleKey.Home)]
    [InlineData(ConsoleKey.Enter)]
    public void Moving_out_of_the_word_closes_the_list(ConsoleKey key)
    {
        Type(":sm");

        Press(key);

        Assert.False(_completion.IsOpen);
    }

    [Theory]
    [InlineData("@an", "Ann Anna B", "@Ann ")]
    [InlineData("@anna", "Anna B", "@\"Anna B\" ")]
    [InlineData("@\"Anna ", "Anna B", "@\"Anna B\" ")]
    [InlineData("@小", "小糖豆", "@小糖豆 ")]
    public void A_recipient_is_completed_to_the_name_of_a_member(string typed, string labels, string completed)
    {
        Type(typed);
        Assert.Equal(labels, Labels);

        Press(ConsoleKey.Tab);

        Assert.Equal(completed + "|", Line);
    }

    [Fact]
    public void A_name_that_cannot_be_quoted_is_not_offered_as_a_recipient()
    {
        Type("/msg odd");
        Press(ConsoleKey.Tab);
        Assert.DoesNotContain("odd\" name", Labels);
        _editor.Replace("");

        Type("@odd");
        Press(ConsoleKey.Tab);

        Assert.Equal("@odd\" name |", Line);
    }

    [Fact]
    public void A_mention_is_completed_anywhere()
    {
        Type("well @小");
        Press(ConsoleKey.Tab);

        Assert.Equal("well @小糖豆 |", Line);
    }

    [Fact]
    public void A_completion_that_makes_the_line_too_long_is_not_inserted()
    {
        Type(new string('x', LineEditor.MaxLength - 4) + " :cn");

        Press(ConsoleKey.Tab);

        Assert.EndsWith(":cn|", Line);
    }
}
