using LanChat.Client.Terminal.Input;
using LanChat.Client.Views;

namespace LanChat.Client.Tests.Terminal.Input;

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
    public void Plain_keys_edit_the_line(ConsoleKey key, string shown) =>
        Assert.Equal(shown, Press(Keys.Of(key), "abcd", 2));

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
    public void Control_keys_edit_the_line(ConsoleKey key, string shown) =>
        Assert.Equal(shown, Press(Keys.Control(key), "abcd", 2));

    [Theory]
    [InlineData(ConsoleKey.Backspace, "one |o three")]
    [InlineData(ConsoleKey.Delete, "one tw| three")]
    public void Alt_keys_move_and_delete_by_words(ConsoleKey key, string shown) =>
        Assert.Equal(shown, Press(Keys.AltOf(key), "one two three", 6));

    [Theory]
    [InlineData('b', "one |two three")]
    [InlineData('F', "one two| three")]
    [InlineData('d', "one tw| three")]
    public void Alt_letters_move_and_delete_by_words(char letter, string shown) =>
        Assert.Equal(shown, Press(Keys.Alt(letter), "one two three", 6));

    [Fact]
    public void Control_arrows_move_by_words()
    {
        Assert.Equal("one |two three", Press(Keys.ControlOf(ConsoleKey.LeftArrow), "one two three", 6));
        Assert.Equal("one two| three", Press(Keys.ControlOf(ConsoleKey.RightArrow), "one two three", 6));
    }

    [Fact]
    public void Alt_Enter_breaks_the_line_and_arrows_move_between_lines_before_the_history()
    {
        _history.Add("before");

        Assert.Equal("ab\n|cd", Press(Keys.AltOf(ConsoleKey.Enter), "abcd", 2));
        Assert.Equal("a|b\ncd", Press(Keys.Of(ConsoleKey.UpArrow), "ab\ncd", 4));
        Assert.Equal("ab\ncd|", Press(Keys.Of(ConsoleKey.DownArrow), "ab\ncd", 2));
        Assert.Equal("before|", Press(Keys.Of(ConsoleKey.UpArrow), "ab\ncd", 1));
    }

    [Theory]
    [InlineData(ConsoleKey.PageUp, false, KeyBindings.Outcome.PageUp)]
    [InlineData(ConsoleKey.PageDown, false, KeyBindings.Outcome.PageDown)]
    [InlineData(ConsoleKey.Home, true, KeyBindings.Outcome.ToTop)]
    [InlineData(ConsoleKey.End, true, KeyBindings.Outcome.ToEnd)]
    [InlineData(ConsoleKey.F3, false, KeyBindings.Outcome.FindOlder)]
    [InlineData(ConsoleKey.F7, false, KeyBindings.Outcome.ToggleRooms)]
    [InlineData(ConsoleKey.F8, false, KeyBindings.Outcome.ToggleMembers)]
    [InlineData(ConsoleKey.Escape, false, KeyBindings.Outcome.Escaped)]
    public void Scroll_keys_are_recognized(ConsoleKey key, bool control, object wanted) => Assert.Equal(
        wanted, KeyBindings.Apply(control ? Keys.ControlOf(key) : Keys.Of(key), _editor, _history, _completion));

    [Fact]
    public void Shift_reverses_the_search_direction() => Assert.Equal(
        KeyBindings.Outcome.FindNewer,
        KeyBindings.Apply(new ConsoleKeyInfo('\0', ConsoleKey.F3, true, false, false), _editor, _history, _completion));

    [Fact]
    public void Characters_are_inserted_unless_Alt_is_pressed()
    {
        Assert.Equal("ab中|cd", Press(Keys.Of("中").Single(), "abcd", 2));
        Assert.Equal("ab|cd", Press(Keys.Alt('x'), "abcd", 2));
    }

    [Fact]
    public void Up_and_Down_browse_the_history()
    {
        _history.Add("one");
        _history.Add("two");

        Assert.Equal("two|", Press(Keys.Of(ConsoleKey.UpArrow), "draft", 0));
        Assert.Equal("one|", Press(Keys.Control(ConsoleKey.P), "two", 0));
        Assert.Equal("o|ne", Press(Keys.Control(ConsoleKey.P), "one", 1));
        Assert.Equal("two|", Press(Keys.Control(ConsoleKey.N), "one", 0));
        Assert.Equal("draft|", Press(Keys.Of(ConsoleKey.DownArrow), "two", 0));
    }

    public static TheoryData<ConsoleKeyInfo, object?> GlobalKeyCases => new()
    {
        { Keys.Of(ConsoleKey.F1), new ViewProtocol.LineEntered("/help") },
        { Keys.Of(ConsoleKey.F2), new ViewProtocol.SwitchTo(0) },
        { Keys.Of(ConsoleKey.F5), new ViewProtocol.SwitchBy(-1) },
        { Keys.Of(ConsoleKey.F6), new ViewProtocol.SwitchBy(1) },
        { Keys.AltOf(ConsoleKey.LeftArrow), new ViewProtocol.SwitchBy(-1) },
        { Keys.AltOf(ConsoleKey.RightArrow), new ViewProtocol.SwitchBy(1) },
        { Keys.Alt('0'), new ViewProtocol.SwitchTo(0) },
        { Keys.Alt('9'), new ViewProtocol.SwitchTo(9) },
        { Keys.Alt('x'), null },
        { Keys.Of(ConsoleKey.LeftArrow), null },
        { Keys.Of("1").Single(), null },
    };

    [Theory]
    [MemberData(nameof(GlobalKeyCases))]
    public void Global_keys_switch_rooms(ConsoleKeyInfo key, object? message) =>
        Assert.Equal(message, GlobalKeys.Of(key));

    [Fact]
    public void Enter_submits_the_line()
    {
        Assert.Equal(KeyBindings.Outcome.Entered, KeyBindings.Apply(Keys.Enter, _editor, _history, _completion));
        Assert.Equal(
            KeyBindings.Outcome.Entered, KeyBindings.Apply(Keys.Control(ConsoleKey.J), _editor, _history, _completion));
    }

    [Fact]
    public void Control_C_and_Control_D_interrupt_on_an_empty_line()
    {
        Assert.Equal(KeyBindings.Outcome.Interrupted, KeyBindings.Apply(
            Keys.Control(ConsoleKey.D), _editor, _history, _completion));
        Assert.Equal(KeyBindings.Outcome.Interrupted, KeyBindings.Apply(
            Keys.Control(ConsoleKey.C), _editor, _history, _completion));
        _editor.Replace("abc");
        Assert.Equal(
            KeyBindings.Outcome.Edited, KeyBindings.Apply(Keys.Control(ConsoleKey.D), _editor, _history, _completion));
    }
}
