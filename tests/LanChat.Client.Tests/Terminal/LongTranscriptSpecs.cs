using Akka.Actor;
using LanChat.Client.Settings;
using LanChat.Client.Terminal;
using LanChat.Client.Views;

namespace LanChat.Client.Tests.Terminal;

/// <summary>
/// A transcript of ten thousand lines: each change is one write of at most one screen.
/// </summary>
public sealed class LongTranscriptSpecs : Spec
{
    private const int Lines = 10_000;
    private readonly FakeTerminal _terminal = new(80, 24);
    private readonly IActorRef _view;

    public LongTranscriptSpecs()
    {
        _view = Sys.ActorOf(
            ViewActor.Props(_terminal, TestTheme.With(ColorSystem.EightBit), new ViewSettings(
                Lines, Bell: true, Notify: true), TestActor));
        for (var line = 1; line <= Lines; line++)
            _view.Tell(new ViewProtocol.ShowMessage(Event.Message($"line {line} 你好", id: line), Own: false));
        Settle(_view);
        Settle(_view);
    }

    private void ExpectOneWrite(Action act, string shown)
    {
        var before = _terminal.Writes;
        act();
        Settle(_view);
        Settle(_view);

        Assert.Equal(before + 1, _terminal.Writes);
        Assert.InRange(_terminal.LastWrite.Length, 1, 4 * _terminal.Width * _terminal.Height);
        Assert.Contains(shown, _terminal.Screen);
    }

    [Fact]
    public void Scrolling_and_searching_are_one_write_each()
    {
        Assert.Contains("line 10000", _terminal.Screen);
        ExpectOneWrite(() => _terminal.Press(Keys.Of(ConsoleKey.PageUp)), "line 9960");
        ExpectOneWrite(() => _terminal.Press(Keys.ControlOf(ConsoleKey.Home)), "line 1 ");
        ExpectOneWrite(() => _terminal.Press(Keys.Of(ConsoleKey.PageDown)), "line 40 ");
        ExpectOneWrite(() => _terminal.Press(Keys.ControlOf(ConsoleKey.End)), "line 10000");
        ExpectOneWrite(() => _view.Tell(new ViewProtocol.Search("LINE 5000")), "line 5000 ");
        ExpectOneWrite(() => _terminal.Press(Keys.Of(ConsoleKey.Escape)), "line 5000 ");
    }

    [Theory]
    [InlineData(120, 40)]
    [InlineData(40, 12)]
    public void A_resize_is_one_write(int width, int height) =>
        ExpectOneWrite(() => _terminal.Resize(width, height), "line 10000");

    [Fact]
    public void A_new_line_is_one_write()
    {
        ExpectOneWrite(() => _view.Tell(new ViewProtocol.ShowRemark("one more")), "one more");
    }
}
