using LanChat.Client.Terminal.Screens;
using LanChat.Client.Terminal.Windows;
using LanChat.Client.Views;

namespace LanChat.Client.Tests.Terminal.Windows;

public sealed class TabWidgetSpecs
{
    private static readonly Theme Theme = TestTheme.With(ColorSystem.EightBit);

    private static Window Of(int number, string room, int unread = 0, bool forMe = false)
    {
        var window = new Window(number, 100, Theme);
        window.Show(
            new ViewProtocol.ShowPlace(new Place(room, "10.0.0.1:8001", "ann", Link.Connected)), isActive: true);
        for (var i = 0; i < unread; i++)
            window.Show(new ViewProtocol.ShowMessage(Event.Message("hi"), Own: false, forMe), isActive: false);
        return window;
    }

    private static readonly Window[] Windows =
        [Of(1, "Our room"), Of(2, "物联网 Lab", 12), Of(4, "Kitchen", 1, forMe: true)];

    [Theory]
    [InlineData(60, " 1 Our room  2 物联网 Lab +12  4 Kitchen +1! ")]
    [InlineData(42, " 1 Our ro…  2 物联网… +12  4 Kitchen +1! ")]
    [InlineData(40, " 1 Our r…  2 物联… +12  4 Kitch… +1! ")]
    [InlineData(30, " 1 Ou…  2 物… +12  4 Ki… +1! ")]
    [InlineData(24, " 1  2 +12  4 +1! ")]
    public void Names_are_shortened_until_every_window_fits(int cells, string shown) =>
        Assert.Equal(shown, TabWidget.Of(Windows, Windows[0], Theme, cells).Text);

    [Fact]
    public void A_disconnected_room_has_a_ring()
    {
        var window = Of(1, "Our room");
        window.Show(
            new ViewProtocol.ShowPlace(new Place("Our room", "10.0.0.1:8001", "ann", Link.Lost)), isActive: false);

        Assert.Equal(" 1 ○ Our room ", TabWidget.Of([window], window, Theme, 60).Text);
    }

    [Fact]
    public void The_active_window_and_unread_counts_are_highlighted()
    {
        var row = TabWidget.Of(Windows, Windows[0], Theme, 60);

        Assert.Equal(Theme.Own(" 1 Our room"), row.Spans[0]);
        Assert.Contains(Theme.Strong(" +12"), row.Spans);
        Assert.Contains(Theme.Mention(" +1!"), row.Spans);
    }
}
