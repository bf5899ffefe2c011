using Akka.Actor;
using LanChat.Rooms;
using LanChat.Server.History;

namespace LanChat.Server.Rooms;

/// <summary>
/// Sends what an outcome persists to where it is kept: messages to the room's history, nicknames to
/// the history that keeps them, the room's record to the room manager.
/// </summary>
internal sealed class RoomPersistence(RoomSetup setup)
{
    private readonly IActorRef _history = setup.History;
    private readonly IActorRef _nicks = setup.NickHistory;
    private readonly IActorRef _manager = setup.Manager;
    private readonly string _key = setup.Record.Name.Key;

    /// <summary>
    /// Persists an outcome; returns how many <see cref="HistoryProtocol.Persisted"/> of this number
    /// follow.
    /// </summary>
    public int Persist(Outcome outcome, long number)
    {
        var isOneHistory = _nicks.Equals(_history);
        var messages = HistoryProtocol.Persist.Of(outcome, number);
        return Send(_history, isOneHistory ? messages : messages with { Changes = [] }, !messages.IsEmpty
                && (isOneHistory || outcome.Messages.Count > 0))
            + Send(_nicks, messages with { Messages = [] }, !isOneHistory && outcome.Changes.Count > 0)
            + Send(
                _manager,
                new RoomManagerProtocol.Persist(_key, number, outcome.RoomChanges)
                {
                    PrivateMessages = outcome.PrivateMessages,
                },
                outcome.RoomChanges.Count + outcome.PrivateMessages.Count > 0);
    }

    /// <summary>
    /// Reads what the returning clients of an outcome missed; returns false if memory suffices.
    /// </summary>
    public bool TryReadFor(Outcome outcome, long number)
    {
        if (outcome.ReadAfter is not { } after) return false;
        _history.Tell(new HistoryProtocol.ReadSince(number, after, setup.Settings.History.CatchUp));
        return true;
    }

    private static int Send(IActorRef to, object request, bool isNeeded)
    {
        if (!isNeeded || to.IsNobody()) return 0;
        to.Tell(request);
        return 1;
    }
}
