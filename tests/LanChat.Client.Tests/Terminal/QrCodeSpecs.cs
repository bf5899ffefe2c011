using Akka.Actor;
using LanChat.Cli;
using LanChat.Client.Settings;
using LanChat.Client.Terminal;
using LanChat.Client.Terminal.Widgets;
using LanChat.Client.Views;

namespace LanChat.Client.Tests.Terminal;

public sealed class QrCodeSpecs : Spec
{
    private const string Link = "http://10.0.0.1:8080/#room=A&code=AB-12";

    private static readonly string[] Code = TerminalQrCode.Of(Link).Split('\n');

    private string On(int width, int height)
    {
        var terminal = new FakeTerminal(width, height);
        var view = Sys.ActorOf(
            ViewActor.Props(terminal, TestTheme.With(ColorSystem.EightBit), new ViewSettings(
                100, Bell: true, Notify: true), TestActor));
        // The first frame decides how much room there is.
        foreach (var shown in new object[]
        {
            new ViewProtocol.Prompt("> "),
            new ViewProtocol.ShowRemark($"Who comes?\n{Link}\nlanchat"),
            new ViewProtocol.ShowQrCode(Link),
        })
        {
            view.Tell(new ViewProtocol.In(ViewProtocol.JoinPrompt, shown));
            Settle(view);
            Settle(view);
        }

        return terminal.Screen;
    }

    [Fact]
    public void A_QR_code_is_drawn_below_the_remark()
    {
        var screen = On(width: 60, height: 30).Split('\n');

        Assert.Equal(["Who comes?", Link, "lanchat", .. Code], screen.Take(3 + Code.Length));
    }

    [Theory]
    [InlineData(36, 40)]
    [InlineData(60, 24)]
    public void A_QR_code_for_which_there_is_no_room_is_left_out(int width, int height)
    {
        var screen = On(width, height);

        Assert.Contains("lanchat", screen);
        Assert.DoesNotContain("\u2588", screen);
    }

    [Fact]
    public void A_QR_code_is_light_on_dark_in_any_theme_and_is_cut_off_when_the_screen_gets_narrower()
    {
        var theme = TestTheme.With(ColorSystem.EightBit);
        var code = new EntryFormatter(theme).QrCode(Link);

        Assert.All(code.Lines, line => Assert.Equal("38;5;231;48;5;16", Assert.Single(line).Style));
        Assert.Equal(Code, code.Rows(80, theme).Select(row => row.Text));
        Assert.Equal(
            Code.Select(line => $"{line[..19]}…"), code.Rows(20, theme).Select(row => row.Text));
        Assert.Equal("", new EntryFormatter(TestTheme.With(ColorSystem.NoColors)).QrCode(Link).Lines[0][0].Style);
    }
}
