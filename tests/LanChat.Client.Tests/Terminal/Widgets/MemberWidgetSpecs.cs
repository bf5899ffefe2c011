using LanChat.Client.Terminal.Screens;
using LanChat.Client.Terminal.Widgets;
using LanChat.Client.Views;

namespace LanChat.Client.Tests.Terminal.Widgets;

public sealed class MemberWidgetSpecs
{
    private static readonly Theme Theme = TestTheme.With(ColorSystem.EightBit);

    [Fact]
    public void Members_are_named_and_counted_and_the_user_is_highlighted()
    {
        var rows = MemberWidget.Of(new ViewProtocol.ShowPresent(["Ann", "小\u202E明"]), "Ann", Theme, 3);

        Assert.Equal(["2 here", "Ann", "小\\u{202e}明"], rows.Select(row => row.Text));
        Assert.Equal(Theme.Own("Ann"), rows[1].Spans[0]);
    }

    [Fact]
    public void Away_members_are_faint() =>
        Assert.Equal([Theme.Faint("Ann"), Theme.Faint("Ben")], MemberWidget.Of(
            new ViewProtocol.ShowPresent(["Ann", "Ben"]) { Away = ["Ben", "Ann"] },
            "Ann",
            Theme,
            3).Skip(1).Select(row => row.Spans[0]));

    [Fact]
    public void Nicknames_that_belong_to_somebody_are_marked() =>
        Assert.Equal(["2 here", "Ann ✓", "Ben"], MemberWidget.Of(
            new ViewProtocol.ShowPresent(["Ann", "Ben"]) { Owners = ["Ann"] },
            "Ben",
            Theme,
            3).Select(row => row.Text));

    [Fact]
    public void Members_that_do_not_fit_are_counted() =>
        Assert.Equal(["4 here", "a", "… and 3 more"], MemberWidget.Of(
            new ViewProtocol.ShowPresent(["a", "b", "c", "d"]), "a", Theme, 3).Select(row => row.Text));
}
