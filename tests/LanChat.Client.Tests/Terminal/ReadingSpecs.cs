using LanChat.Client.Views;

namespace LanChat.Client.Tests.Terminal;

/// <summary>Search, and the marker before unread messages.</summary>
public sealed class ReadingSpecs : ViewSpec
{
    private const string Mark = "                — new —";

    private void Say(params string[] texts) => Show([.. texts.Select(text => new ViewProtocol.ShowRemark(text))]);

    private void Arrange(int active) => Show(new ViewProtocol.ShowWindows([(1, 1), (2, 2)], active));

    [Fact]
    public void A_search_starts_at_the_newest_hit_and_moves_between_hits()
    {
        Say([.. Enumerable.Range(1, 90).Select(number => $"line {number}")]);
        _ = Screen;
        Show(new ViewProtocol.Search("LINE 3"));

        Assert.Contains("line 39\n", Above);
        Assert.Equal(" “LINE 3” 1 of 11 · F3 ↑ Shift+F3 ↓ Esc", Status);
        for (var i = 0; i < 9; i++) Terminal.Press(Keys.Of(ConsoleKey.F3));
        Assert.Contains("line 30\n", Above);
        Terminal.Press(Keys.Of(ConsoleKey.F3));
        Assert.StartsWith("line 1\nline 2\nline 3\n", Above);
        Terminal.Press(new ConsoleKeyInfo('\0', ConsoleKey.F3, true, false, false));
        Assert.Contains("line 30\n", Above);

        Terminal.Press(Keys.Of(ConsoleKey.Escape));
        Assert.StartsWith(" choosing a room ", Status);
        ExpectNoMsg(TimeSpan.Zero);
    }

    [Fact]
    public void A_closed_search_is_resumed_by_command_and_wraps_to_the_newest_hit()
    {
        Say("one 1", "two", "one 2");
        Show(new ViewProtocol.Search("one"));
        Assert.Contains("1 of 2", Status, StringComparison.Ordinal);
        Terminal.Press(Keys.Of(ConsoleKey.Escape));
        Say("one 3");

        Show(new ViewProtocol.Search(null));
        Assert.Contains("3 of 3", Status, StringComparison.Ordinal);
        Show(new ViewProtocol.Search(null));
        Assert.Contains("1 of 3", Status, StringComparison.Ordinal);
    }

    [Fact]
    public void Resuming_without_a_search_is_reported()
    {
        Show(new ViewProtocol.Search(null));

        Assert.StartsWith("No search yet. Use /search TEXT.", Above);
    }

    [Fact]
    public void The_scroll_command_scrolls_the_transcript()
    {
        Say([.. Enumerable.Range(1, 90).Select(number => $"line {number}")]);
        _ = Screen;

        Show(new ViewProtocol.Scroll(null));
        Assert.StartsWith("line 1\n", Above);
        Show(new ViewProtocol.Scroll(0));
        Assert.EndsWith("line 90", Above);
        Show(new ViewProtocol.Scroll(1));
        Assert.DoesNotContain("line 90", Above, StringComparison.Ordinal);
        Show(new ViewProtocol.Scroll(int.MaxValue));
        Assert.StartsWith("line 1\n", Above);
    }

    [Fact]
    public void Hits_are_highlighted_until_Enter()
    {
        Say("one two");
        Show(new ViewProtocol.Search("two"));
        _ = Screen;
        Assert.Contains("\e[1;7mtwo", Terminal.LastWrite);

        Terminal.Press(Keys.Enter);
        _ = Screen;
        Assert.Contains("one two", Terminal.LastWrite);
    }

    [Fact]
    public void A_search_without_hits_is_reported()
    {
        Say("one");
        Show(new ViewProtocol.Search("two"));

        Assert.Equal(" “two”                  not found · Esc", Status);
        Assert.Equal("one", Above);
    }

    [Fact]
    public void Messages_in_an_inactive_window_are_marked_until_it_is_left_again()
    {
        Arrange(active: 1);
        Say("read");
        Arrange(active: 2);
        Show(new ViewProtocol.In(1, new ViewProtocol.ShowRemark("unread")));
        Arrange(active: 1);
        Say("read as well");

        Assert.StartsWith($"read\n{Mark}\nunread\nread as well\n", Above);
        Arrange(active: 2);
        Arrange(active: 1);
        Say("later");
        Assert.StartsWith("read\nunread\nread as well\nlater\n", Above);
    }

    [Fact]
    public void Messages_without_focus_are_marked()
    {
        Say("read");
        Terminal.Focus(false);
        Say("unread");
        Terminal.Focus(true);

        Assert.Equal($"read\n{Mark}\nunread", Above);
        Terminal.Focus(false);
        Terminal.Focus(true);
        Say("later");
        Assert.Equal("read\nunread\nlater", Above);
    }

    [Fact]
    public void Messages_below_the_visible_part_are_unread()
    {
        Say([.. Enumerable.Range(1, 12).Select(number => $"{number}")]);
        _ = Screen;
        Terminal.Press(Keys.Of(ConsoleKey.PageUp));
        Say("13");
        Terminal.Focus(false);
        Terminal.Focus(true);
        Terminal.Press(Keys.ControlOf(ConsoleKey.End));

        Assert.EndsWith($"12\n{Mark}\n13", Above);
    }

    [Fact]
    public void The_marker_moves_to_the_oldest_kept_message()
    {
        Say("read");
        Terminal.Focus(false);
        Say([.. Enumerable.Range(1, 150).Select(number => $"{number}")]);
        _ = Screen;
        Terminal.Press(Keys.ControlOf(ConsoleKey.Home));

        Assert.StartsWith($"{Mark}\n51\n52\n", Above);
    }
}
