using LanChat.Client.Settings;
using LanChat.Protocol;
using LanChat.Settings;

namespace LanChat.Client.Tests.Settings;

public sealed class ClientSettingsSpecs
{
    [Fact]
    public void The_defaults_have_no_nickname_and_pauses_from_1_s_to_30_s()
    {
        var settings = TestSettings.With();

        Assert.Null(settings.Nick);
        Assert.Equal(new ReconnectSettings(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(30)), settings.Reconnect);
        Assert.Equal(new LimitSettings(1000, 1000, 16 * 1024 * 1024), settings.Limits);
        Assert.Equal(new ViewSettings(10_000, Bell: true, Notify: true), settings.View);
    }

    [Fact]
    public void Every_setting_is_read_from_its_own_key()
    {
        var settings = TestSettings.With(
            "nick=小糖豆", "reconnect.first=2s", "reconnect.longest=3s", "limits.rooms=4", "limits.waiting=5",
            "limits.line=65536",
            "view.scrollback=200", "view.bell=off", "view.notify=off");

        Assert.Equal("小糖豆", settings.Nick?.Text);
        Assert.Equal(new ReconnectSettings(TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(3)), settings.Reconnect);
        Assert.Equal(new LimitSettings(4, 5, 65_536), settings.Limits);
        Assert.Equal(new ViewSettings(200, Bell: false, Notify: false), settings.View);
    }

    [Theory]
    [InlineData("nick=系统消息")]
    [InlineData("nick=a\u202Eb")]
    [InlineData("reconnect.first=9ms")]
    [InlineData("reconnect.longest=9ms")]
    [InlineData("limits.rooms=0")]
    [InlineData("limits.waiting=0")]
    [InlineData("limits.line=65535")]
    [InlineData("view.scrollback=99")]
    [InlineData("view.bell=loud")]
    [InlineData("view.notify=loud")]
    public void An_invalid_value_is_refused_with_its_key(string assignment)
    {
        var wrong = Assert.Throws<SettingsException>(() => TestSettings.With(assignment));

        Assert.StartsWith("lanchat.client.", wrong.Message);
        Assert.Contains($"--set lanchat.client.{assignment}", wrong.Message);
    }

    [Fact]
    public void The_user_name_is_suggested_if_it_is_a_valid_nickname() =>
        Assert.Equal(Nick.TryCreate(
            Environment.UserName, out var nick, out _) ? nick.Text : null, ClientSettings.UserName?.Text);
}
