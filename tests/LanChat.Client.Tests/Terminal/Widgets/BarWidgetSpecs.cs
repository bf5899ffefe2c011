using LanChat.Client.Terminal.Screens;
using LanChat.Client.Terminal.Widgets;
using LanChat.Client.Views;

namespace LanChat.Client.Tests.Terminal.Widgets;

public sealed class BarWidgetSpecs
{
    private static readonly Theme Theme = TestTheme.With(ColorSystem.EightBit);
    private static readonly Place Ours = new("Our room", "10.0.0.1:8001", "Ann", Link.Connected);

    private static string Status(
        Place? place, bool isAtEnd = true, int unseen = 0, int cells = 44, params string[] away) =>
        BarWidget.Status(place, 3, away, isAtEnd, unseen, Theme, cells).Text;

    [Fact]
    public void The_status_has_the_room_the_member_count_and_the_connection()
    {
        Assert.Equal(" ● Our room · 3 here · 10.0.0.1:8001        ", Status(Ours));
        Assert.Equal(" ○ Our room · offline · 10.0.0.1:8001       ", Status(Ours with { Link = Link.Lost }));
        Assert.Equal(" ○ Our room · connecting · 10.0.0.1:8001    ", Status(Ours with { Link = Link.Connecting }));
        Assert.StartsWith(" choosing a room ", Status(null));
    }

    [Fact]
    public void The_count_of_new_messages_is_never_truncated()
    {
        Assert.Equal(" ● Our room · 3 here · 10.0.… 12 new · PgDn ", Status(Ours, isAtEnd: false, unseen: 12));
        Assert.Equal(" ● … 12 new · PgDn ", Status(Ours, isAtEnd: false, unseen: 12, cells: 19));
        Assert.EndsWith(" scrolled back · PgDn ", Status(Ours, isAtEnd: false));
    }

    [Fact]
    public void Away_members_are_named_if_they_fit_and_counted_otherwise()
    {
        string[] away = ["Ann", "小糖豆"];
        Assert.Equal(" ● Our room · 3 here · away: Ann, 小糖豆 · 10.0.0.1:8001  ", Status(Ours, cells: 58, away: away));
        Assert.Equal(" ● Our room · 3 here · 2 away · 10.0.0.1:8001            ", Status(Ours, cells: 57, away: away));
        Assert.DoesNotContain("away", Status(Ours with { Link = Link.Lost }, cells: 80, away: away));
    }

    [Fact]
    public void The_latency_is_shown_if_known() =>
        Assert.Equal(" ● Our room · 3 here · 13 ms · 10.0.0.1:8001", Status(
            Ours with { Latency = TimeSpan.FromMilliseconds(12.1) }));

    [Fact]
    public void Every_cell_has_the_background() => Assert.All(
        Enumerable.Range(0, 60), cells =>
        {
            var row = BarWidget.Status(Ours with { Room = "物联网 👨‍👩‍👧" }, 3, ["a"], false, 2, Theme, cells);
            Assert.Equal(cells, row.Cells);
            Assert.All(row.Spans, span => Assert.Equal(Theme.Bar("").Style, span.Style));
        });

    [Fact]
    public void A_notice_is_shown_on_one_line() =>
        Assert.Equal(" one · two ", BarWidget.Notice("one \r\ntwo", Theme, 11).Text);
}
