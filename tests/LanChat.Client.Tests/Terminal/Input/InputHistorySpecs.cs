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

        Assert.Equal("two", _history.Previous("draft"));
        Assert.Equal("one", _history.Previous("two"));
        Assert.Null(_history.Previous("one"));
        Assert.Equal("two", _history.Next());
        Assert.Equal("draft", _history.Next());
        Assert.Null(_history.Next());
    }

    [Fact]
    public void There_is_nothing_to_go_back_to_at_first()
    {
        Assert.Null(_history.Previous("draft"));
        Assert.Null(_history.Next());
    }

    [Fact]
    public void Entering_a_line_ends_the_looking_back()
    {
        _history.Add("one");
        _history.Add("two");
        _history.Previous("");
        _history.Previous("");

        _history.Add("three");

        Assert.Equal("three", _history.Previous(""));
        Assert.Equal("two", _history.Previous(""));
    }

    [Fact]
    public void Empty_lines_and_the_same_line_again_are_not_kept()
    {
        _history.Add("one");
        _history.Add("one");
        _history.Add("");

        Assert.Equal("one", _history.Previous(""));
        Assert.Null(_history.Previous("one"));
    }

    [Fact]
    public void Only_so_many_lines_are_kept()
    {
        for (var i = 0; i <= InputHistory.MaxLines; i++) _history.Add($"{i}");

        string? last = null;
        while (_history.Previous("") is { } line) last = line;

        Assert.Equal("1", last);
    }
}
