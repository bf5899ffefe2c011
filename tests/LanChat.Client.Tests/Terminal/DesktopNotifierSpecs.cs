using LanChat.Client.Settings;
using LanChat.Client.Terminal;
using LanChat.Client.Views;

namespace LanChat.Client.Tests.Terminal;

public sealed class DesktopNotifierSpecs : ViewSpec
{
    private void Call(string text = "Bob: ann?") =>
        Show(new ViewProtocol.In(ViewProtocol.JoinPrompt, new ViewProtocol.Call("Our; room", text)));

    private static string Called(bool? isFocused, bool bell, bool notify)
    {
        var notifier = new DesktopNotifier(new ViewSettings(100, bell, notify)) { IsFocused = isFocused };
        notifier.Notify("Ours", "Bob: ann?");
        return notifier.Flush();
    }

    [Fact]
    public void Who_looks_elsewhere_is_called_once_by_bell_and_notification()
    {
        Terminal.Focus(false);
        Call("Bob: one");
        Call();
        _ = Screen;
        Terminal.Press("x");
        _ = Screen;

        Assert.Equal(1, Terminal.Rings);
        Assert.Equal(
            ["9;LanChat: Our; room: Bob: ann?", "777;notify;LanChat: Our, room;Bob: ann?"], Terminal.Notifications);
    }

    [Fact]
    public void Who_looks_here_is_not_called()
    {
        Terminal.Focus(false);
        Terminal.Focus(true);
        Call();
        _ = Screen;

        Assert.Equal(0, Terminal.Rings);
        Assert.Empty(Terminal.Notifications);
    }

    [Theory]
    [InlineData(null, true, true, "\a")]
    [InlineData(null, false, true, "")]
    [InlineData(false, true, false, "\a")]
    [InlineData(false, false, false, "")]
    [InlineData(true, true, true, "")]
    [InlineData(false, false, true, "\e]9;LanChat: Ours: Bob: ann?\a\e]777;notify;LanChat: Ours;Bob: ann?\a")]
    public void How_is_the_user_s_choice(bool? isFocused, bool bell, bool notify, string sent) =>
        Assert.Equal(sent, Called(isFocused, bell, notify));

    [Fact]
    public void What_others_wrote_can_neither_end_the_notification_nor_fill_the_desktop()
    {
        Terminal.Focus(false);
        Call($"Bob: \a\e\\\u009c\r\n{new string('x', 5000)}");
        _ = Screen;

        Assert.All(Terminal.Notifications, told =>
        {
            Assert.InRange(told.Length, 100, 300);
            Assert.DoesNotContain(told, char.IsControl);
        });
        Assert.Equal(2, Terminal.Notifications.Count);
    }
}
