using LanChat.Client.Console;

namespace LanChat.Client.Tests.Console;

public sealed class KeyBindingsSpecs
{
    private readonly LineEditor _editor = new();
    private readonly InputHistory _history = new();
    private readonly Completion _completion = new();

    private string Press(ConsoleKeyInfo key, string text, int cursor)
    {
        _editor.Replace(text);
        while (_editor.Cursor > cursor) _editor.Left();
        Assert.Equal(KeyBindings.Outcome.Edited, KeyBindings.Apply(key, _editor, _history, _completion));
        return _editor.Text.Insert(_editor.Cursor, "|");
    }

    [Theory]
    [InlineData(ConsoleKey.LeftArrow, "a|bcd")]
    [InlineData(ConsoleKey.RightArrow, "abc|d")]
    [InlineData(ConsoleKey.Home, "|abcd")]
    [InlineData(ConsoleKey.End, "abcd|")]
    [InlineData(ConsoleKey.Backspace, "a|cd")]
    [InlineData(ConsoleKey.Delete, "ab|d")]
    [InlineData(ConsoleKey.F5, "ab|cd")]
    public void Keys_edit(ConsoleKey key, string shown) => Assert.Equal(shown, Press(Keys.Of(key), "abcd", 2));

    [Theory]
    [InlineData(ConsoleKey.A, "|abcd")]
    [InlineData(ConsoleKey.B, "a|bcd")]
    [InlineData(ConsoleKey.D, "ab|d")]
    [InlineData(ConsoleKey.E, "abcd|")]
    [InlineData(ConsoleKey.F, "abc|d")]
    [InlineData(ConsoleKey.H, "a|cd")]
    [InlineData(ConsoleKey.K, "ab|")]
    [InlineData(ConsoleKey.U, "|cd")]
    [InlineData(ConsoleKey.W, "|cd")]
    [InlineData(ConsoleKey.X, "ab|cd")]
    public void Keys_with_control_edit(ConsoleKey key, string shown) => Assert.Equal(shown, Press(Keys.Control(key), "abcd", 2));

    [Fact]
    public void Characters_go_in_and_those_with_Alt_do_not()
    {
        Assert.Equal("ab中|cd", Press(Keys.Of("中").Single(), "abcd", 2));
        Assert.Equal("ab|cd", Press(Keys.Alt('x'), "abcd", 2));
    }

    [Fact]
    public void Up_and_down_go_through_what_was_entered()
    {
        _history.Add("one");
        _history.Add("two");

        Assert.Equal("two|", Press(Keys.Of(ConsoleKey.UpArrow), "draft", 0));
        Assert.Equal("one|", Press(Keys.Control(ConsoleKey.P), "two", 0));
        Assert.Equal("o|ne", Press(Keys.Control(ConsoleKey.P), "one", 1));
        Assert.Equal("two|", Press(Keys.Control(ConsoleKey.N), "one", 0));
        Assert.Equal("draft|", Press(Keys.Of(ConsoleKey.DownArrow), "two", 0));
    }

    [Fact]
    public void Enter_enters()
    {
        Assert.Equal(KeyBindings.Outcome.Entered, KeyBindings.Apply(Keys.Enter, _editor, _history, _completion));
        Assert.Equal(KeyBindings.Outcome.Entered, KeyBindings.Apply(Keys.Control(ConsoleKey.J), _editor, _history, _completion));
    }

    [Fact]
    public void Control_C_interrupts_and_so_does_Control_D_on_an_empty_line()
    {
        Assert.Equal(KeyBindings.Outcome.Interrupted, KeyBindings.Apply(Keys.Control(ConsoleKey.D), _editor, _history, _completion));
        _editor.Replace("abc");
        Assert.Equal(KeyBindings.Outcome.Interrupted, KeyBindings.Apply(Keys.Control(ConsoleKey.C), _editor, _history, _completion));
    }
}
