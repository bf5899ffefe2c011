using LanChat.Client.Terminal.Panes;
using LanChat.Client.Terminal.Screens;

namespace LanChat.Client.Tests.Terminal.Panes;

public sealed class MemberPaneSpecs
{
    private static readonly Ink Ink = TestInk.With(ColorSystem.EightBit);

    [Fact]
    public void All_are_named_and_counted_and_oneself_stands_out()
    {
        var rows = MemberPane.Of(["Ann", "小\u202E明"], "Ann", [], Ink, 3);

        Assert.Equal(["2 here", "Ann", "小\\u{202e}明"], rows.Select(row => row.Text));
        Assert.Equal(Ink.Own("Ann"), rows[1].Pieces[0]);
    }

    [Fact]
    public void Who_is_away_is_faint() =>
        Assert.Equal([Ink.Faint("Ann"), Ink.Faint("Ben")], MemberPane.Of(["Ann", "Ben"], "Ann", ["Ben", "Ann"], Ink, 3).Skip(1).Select(row => row.Pieces[0]));

    [Fact]
    public void Who_does_not_fit_is_counted() =>
        Assert.Equal(["4 here", "a", "… and 3 more"], MemberPane.Of(["a", "b", "c", "d"], "a", [], Ink, 3).Select(row => row.Text));
}
