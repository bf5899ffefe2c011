using LanChat.Client.Terminal.Input;
using LanChat.Client.Terminal.Widgets;

namespace LanChat.Client.Tests.Terminal.Widgets;

public sealed class CompletionWidgetSpecs
{
    private readonly LineEditor _editor = new();
    private readonly Completion _completion = new();

    private string[] Shown(string typed, int cells, int most, int down = 0)
    {
        _editor.Replace(typed);
        _completion.Update(_editor);
        for (var step = 0; step < down; step++) _completion.SelectNext();
        var rows = CompletionWidget.Of(_completion, TestTheme.With(ColorSystem.EightBit), cells, most);
        Assert.All(rows, row => Assert.InRange(row.Cells, 0, cells));
        return [.. rows.Select(row => row.Text)];
    }

    [Fact]
    public void Codes_are_listed_with_their_emoji_and_one_is_selected() =>
        Assert.Equal(["▸ :smirk:      😏", "  :smirk_cat:  😼"], Shown(":smirk", 40, 10));

    [Fact]
    public void The_selection_is_visible_at_any_height()
    {
        Assert.Equal(["  :smirk_cat:  😼"], Shown(":smirk", 40, 1, down: 1).Select(line => line.Replace('▸', ' ')));
        Assert.Empty(Shown(":smirk", 40, 0));
    }

    [Fact]
    public void Without_completions_nothing_is_shown() => Assert.Empty(Shown("hello", 40, 10));

    [Fact]
    public void A_long_name_is_truncated()
    {
        _completion.Names = [new string('物', 50)];

        Assert.Equal(["▸ 物物物…"], Shown("@物", 9, 10));
    }
}
