using LanChat.Client.Terminal.Screens;
using LanChat.Client.Terminal.Widgets;

namespace LanChat.Client.Tests.Terminal.Widgets;

public sealed class MemberWidgetSpecs
{
    private static readonly Theme Theme = TestTheme.With(ColorSystem.EightBit);

    [Fact]
    public void Members_are_named_and_counted_and_the_user_is_highlighted()
    {
        var rows = MemberWidget.Of(["Ann", "小\u202E明"], "Ann", [], Theme, 3);

        Assert.Equal(["2 here", "Ann", "小\\u{202e}明"], rows.Select(row => row.Text));
        Assert.Equal(Theme.Own("Ann"), rows[1].Spans[0]);
    }

    [Fact]
    public void Away_members_are_faint() =>
        Assert.Equal([Theme.Faint("Ann"), Theme.Faint("Ben")], MemberWidget.Of(
            ["Ann", "Ben"], "Ann", ["Ben", "Ann"], Theme, 3).Skip(1).Select(row => row.Spans[0]));

    [Fact]
    public void Members_that_do_not_fit_are_counted() =>
        Assert.Equal(["4 here", "a", "… and 3 more"], MemberWidget.Of(
            ["a", "b", "c", "d"], "a", [], Theme, 3).Select(row => row.Text));
}
