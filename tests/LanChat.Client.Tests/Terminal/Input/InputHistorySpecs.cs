using LanChat.Client.Terminal.Input;

namespace LanChat.Client.Tests.Terminal.Input;

public sealed class InputHistorySpecs
{
    private readonly InputHistory _history = new();

    [Fact]
    public void The_history_is_browsed_in_both_directions_and_keeps_the_draft()
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
    public void An_empty_history_has_no_lines()
    {
        Assert.Null(_history.Previous("draft"));
        Assert.Null(_history.Next());
    }

    [Fact]
    public void Entering_a_line_ends_browsing()
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
    public void Empty_and_repeated_lines_are_not_kept()
    {
        _history.Add("one");
        _history.Add("one");
        _history.Add("");

        Assert.Equal("one", _history.Previous(""));
        Assert.Null(_history.Previous("one"));
    }

    [Fact]
    public void The_number_of_lines_is_limited()
    {
        for (var i = 0; i <= InputHistory.MaxLines; i++) _history.Add($"{i}");

        string? last = null;
        while (_history.Previous("") is { } line) last = line;

        Assert.Equal("1", last);
    }
}
