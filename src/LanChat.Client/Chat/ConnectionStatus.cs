using LanChat.Client.Sessions;
using LanChat.Client.Views;
using LanChat.Texts;

namespace LanChat.Client.Chat;

/// <summary>How the connection to one room stands, and what the room is called.</summary>
/// <param name="server">Where it is.</param>
internal sealed class ConnectionStatus(ServerAddress server)
{
    private Link _link;
    private string? _trouble;

    /// <summary>The room's name; null as long as it is not known.</summary>
    public string? Room { get; private set; }

    public bool IsConnected => _link == Link.Connected;

    /// <summary>How long the room took to answer, if that was measured.</summary>
    public TimeSpan? Latency { get; set; }

    public Place Place(string? nickname) =>
        new(Room ?? server.ToString(), server.ToString(), nickname, _link, IsConnected ? Latency : null);

    /// <summary>The room was entered.</summary>
    public void Enter(string room) => (Room, _link, _trouble, Latency) = (room, Link.Connected, null, null);

    /// <summary>
    /// Every attempt can be seen in the prompt, but the same trouble is only printed once: it may
    /// last all night.
    /// </summary>
    public IEnumerable<object> Lose(string why, TimeSpan pause)
    {
        var seconds = Math.Max(pause.TotalSeconds, 1);
        if (why != _trouble)
        {
            var problem = SessionTexts.TryingAgain(why, Math.Round(seconds));
            yield return new ViewProtocol.ShowProblem(Room is null ? $"{problem} {SessionTexts.HowToGiveUp}" : problem);
        }

        yield return new ViewProtocol.Prompt(StayTexts.PromptOffline(seconds));
        (_link, _trouble) = (Link.Lost, why);
    }
}
