using Akka.Actor;
using LanChat.Client.Views;

namespace LanChat.Client.Chat;

/// <summary>
/// Shows messages that belong to the program rather than to a room, in the active window or the
/// join prompt.
/// </summary>
/// <param name="view">The view.</param>
internal sealed class ChatOutput(IActorRef view)
{
    public IActorRef View => view;

    public void Tell(object message) => view.Tell(message);

    public void ShowInJoinPrompt(object shown) => view.Tell(new ViewProtocol.In(ViewProtocol.JoinPrompt, shown));

    public void ShowProblem(string text) => view.Tell(new ViewProtocol.ShowProblem(text));

    public void ShowProblem(IReadOnlyList<string> problems)
    {
        foreach (var problem in problems) ShowProblem(problem);
    }
}
