using Akka.Actor;
using LanChat.Client.Views;

namespace LanChat.Client.Chat;

/// <summary>Shows what belongs to one room in its window, until the room is left.</summary>
/// <param name="view">What shows it.</param>
/// <param name="window">Where.</param>
internal sealed class RoomOutput(IActorRef view, int window)
{
    /// <summary>Whether the room was left.</summary>
    public bool IsClosed { get; private set; }

    public void Close() => IsClosed = true;

    public void Show(object shown)
    {
        if (!IsClosed) view.Tell(new ViewProtocol.In(window, shown));
    }

    /// <summary>Of a room that was left, only this is said, wherever the user is by now.</summary>
    public void Complain(string text)
    {
        var problem = new ViewProtocol.ShowProblem(text);
        if (IsClosed) view.Tell(problem);
        else Show(problem);
    }

    /// <summary>Tells this when all that came before is on the screen.</summary>
    public void WhenShown(IActorRef who, object what) => view.Tell(new ViewProtocol.WhenShown(who, what));
}
