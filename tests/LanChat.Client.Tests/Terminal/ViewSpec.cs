using Akka.Actor;
using LanChat.Client.Settings;
using LanChat.Client.Terminal;

namespace LanChat.Client.Tests.Terminal;

/// <summary>A view on a terminal of 40 by 12 cells; the test is its user.</summary>
public abstract class ViewSpec : Spec
{
    protected ViewSpec()
    {
        View = Sys.ActorOf(
            ViewActor.Props(Terminal, TestTheme.With(ColorSystem.EightBit), new ViewSettings(
                100, Bell: true, Notify: true), TestActor));
        Settle(View);
    }

    private protected FakeTerminal Terminal { get; } = new(width: 40, height: 12);

    private protected IActorRef View { get; }

    /// <summary>
    /// The screen after all messages are handled. The view draws a frame on a message to itself,
    /// hence two round trips.
    /// </summary>
    protected string Screen
    {
        get
        {
            Settle(View);
            Settle(View);
            return Terminal.Screen;
        }
    }

    /// <summary>The screen without the last two rows, the status line and the input.</summary>
    protected string Above => string.Join('\n', Screen.Split('\n').SkipLast(2)).TrimEnd();

    protected string Typed => Screen.Split('\n')[^1];

    protected string Status => Screen.Split('\n')[^2];

    protected void Show(params object[] messages)
    {
        foreach (var message in messages) View.Tell(message);
    }
}
