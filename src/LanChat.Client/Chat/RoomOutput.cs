using Akka.Actor;
using LanChat.Client.Views;

namespace LanChat.Client.Chat;

/// <summary>Shows the messages of one room in its window, until the user leaves the room.</summary>
/// <param name="view">The view.</param>
/// <param name="window">Id of the window.</param>
internal sealed class RoomOutput(IActorRef view, int window)
{
    /// <summary>Whether the user has left the room.</summary>
    public bool IsClosed { get; private set; }

    public void Close() => IsClosed = true;

    public void Show(object shown)
    {
        if (!IsClosed) view.Tell(new ViewProtocol.In(window, shown));
    }

    /// <summary>Shows an error; in the active window if the user has left the room.</summary>
    public void ShowProblem(string text)
    {
        var problem = new ViewProtocol.ShowProblem(text);
        if (IsClosed) view.Tell(problem);
        else Show(problem);
    }

    /// <summary>Tells a message to an actor when everything before it is on the screen.</summary>
    public void WhenShown(IActorRef actor, object message) => view.Tell(new ViewProtocol.WhenShown(actor, message));
}
