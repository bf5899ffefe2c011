using Akka.Actor;
using LanChat.Client.Views;

namespace LanChat.Client.Chat;

/// <summary>
/// Shows what belongs to no room: in the window in sight, or where rooms are chosen.
/// </summary>
/// <param name="view">What shows it.</param>
internal sealed class ChatOutput(IActorRef view)
{
    public IActorRef View => view;

    public void Tell(object told) => view.Tell(told);

    public void ShowInChoice(object shown) => view.Tell(new ViewProtocol.In(ViewProtocol.JoinPrompt, shown));

    public void Complain(string text) => view.Tell(new ViewProtocol.ShowProblem(text));

    public void Complain(IReadOnlyList<string> complaints)
    {
        foreach (var complaint in complaints) Complain(complaint);
    }
}
