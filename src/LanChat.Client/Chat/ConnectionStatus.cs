using LanChat.Client.Sessions;
using LanChat.Client.Views;
using LanChat.Texts;

namespace LanChat.Client.Chat;

/// <summary>State of the connection to one room.</summary>
/// <param name="address">The room's address.</param>
internal sealed class ConnectionStatus(RoomAddress address)
{
    private Link _link;
    private string? _lastReason;

    /// <summary>Name of the room; null while it is unknown.</summary>
    public string? Room { get; private set; }

    public bool IsConnected => _link == Link.Connected;

    /// <summary>Round-trip time, if it was measured.</summary>
    public TimeSpan? Latency { get; set; }

    public Place Place(string? nickname) =>
        new(Room ?? address.Room ?? $"{address.Server}", $"{address.Server}", nickname, _link, IsConnected ? Latency : null);

    /// <summary>The room was joined.</summary>
    public void SetConnected(string room) => (Room, _link, _lastReason, Latency) = (room, Link.Connected, null, null);

    /// <summary>A moderator decides whether the user may enter.</summary>
    public void SetWaiting() => _link = Link.Waiting;

    /// <summary>
    /// The prompt shows every failed attempt. The same reason is printed only once in a row: it may
    /// last all night.
    /// </summary>
    public IEnumerable<object> SetLost(string reason, TimeSpan pause)
    {
        var seconds = Math.Max(pause.TotalSeconds, 1);
        if (reason != _lastReason)
        {
            var problem = SessionTexts.TryingAgain(reason, Math.Round(seconds));
            yield return new ViewProtocol.ShowProblem(Room is null ? $"{problem} {SessionTexts.HowToGiveUp}" : problem);
        }

        yield return new ViewProtocol.Prompt(RoomWindowTexts.PromptOffline(seconds));
        (_link, _lastReason) = (Link.Lost, reason);
    }
}
