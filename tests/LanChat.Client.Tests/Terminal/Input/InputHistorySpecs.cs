using LanChat.Client.Terminal.Input;

namespace LanChat.Client.Tests.Terminal.Input;

public sealed class InputHistorySpecs
{
    private readonly InputHistory _history = new();

    [Fact]
    public void One_can_go_back_and_forth_and_what_was_being_typed_is_kept()
    {
        _history.Add("one");
        _history.Add("two");

        Assert.Equal("two", _history.Back("draft"));
        Assert.Equal("one", _history.Back("two"));
        Assert.Null(_history.Back("one"));
        Assert.Equal("two", _history.Forth());
        Assert.Equal("draft", _history.Forth());
        Assert.Null(_history.Forth());
    }

    [Fact]
    public void There_is_nothing_to_go_back_to_at_first()
    {
        Assert.Null(_history.Back("draft"));
        Assert.Null(_history.Forth());
    }

    [Fact]
    public void Entering_a_line_ends_the_looking_back()
    {
        _history.Add("one");
        _history.Add("two");
        _history.Back("");
        _history.Back("");

        _history.Add("three");

        Assert.Equal("three", _history.Back(""));
        Assert.Equal("two", _history.Back(""));
    }

    [Fact]
    public void Empty_lines_and_the_same_line_again_are_not_kept()
    {
        _history.Add("one");
        _history.Add("one");
        _history.Add("");

        Assert.Equal("one", _history.Back(""));
        Assert.Null(_history.Back("one"));
    }

    [Fact]
    public void Only_so_many_lines_are_kept()
    {
        for (var i = 0; i <= InputHistory.Most; i++) _history.Add($"{i}");

        string? last = null;
        while (_history.Back("") is { } line) last = line;

        Assert.Equal("1", last);
    }
}
