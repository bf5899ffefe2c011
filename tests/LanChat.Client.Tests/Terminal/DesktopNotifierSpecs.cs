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
    public void An_unfocused_terminal_notifies_once_by_bell_and_notification()
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
    public void A_focused_terminal_does_not_notify()
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
    public void Notifications_follow_the_settings(bool? isFocused, bool bell, bool notify, string sent) =>
        Assert.Equal(sent, Called(isFocused, bell, notify));

    [Fact]
    public void A_notification_is_truncated_and_has_no_control_characters()
    {
        Terminal.Focus(false);
        Call($"Bob: \a\e\\\u009c\r\n{new string('x', 5000)}");
        _ = Screen;

        Assert.All(Terminal.Notifications, notification =>
        {
            Assert.InRange(notification.Length, 100, 300);
            Assert.DoesNotContain(notification, char.IsControl);
        });
        Assert.Equal(2, Terminal.Notifications.Count);
    }
}
