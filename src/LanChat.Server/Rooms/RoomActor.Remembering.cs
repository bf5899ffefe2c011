using Akka.Actor;
using Akka.Event;
using LanChat.Protocol;
using LanChat.Server.History;
using LanChat.Server.Names;
using LanChat.Server.Settings;

namespace LanChat.Server.Rooms;

/// <summary>
/// How the room remembers. While a turn is being kept, or something recalled, it hears nothing else, so that what comes meanwhile is the next
/// turn, in order, and is kept in one go; a disk that does not answer costs it a moment, not its voice.
/// </summary>
internal sealed partial class RoomActor
{
    private sealed record HistoryIsSlow(long Number);

    private static readonly TimeSpan PatienceWithHistory = TimeSpan.FromSeconds(2);

    private readonly IActorRef _history;
    private readonly HistorySettings _remembering;
    private readonly int _mostRecalledBytes;
    private Action<IReadOnlyList<ChatMessage>> _goOn = _ => { };
    private long _lastAsked;

    // What waits for somebody must not be more than may wait for them, and JSON needs more room than text.
    private static int MostRecalledBytes(int waiting) => waiting == 0 ? int.MaxValue : waiting / 4;

    private bool IsKept(RoomEvent[] said, Note[] notes) =>
        !_history.IsNobody() && (notes.Length > 0 || said.Any(known => known is RoomEvent.Spoken));

    /// <summary>From which message on somebody who is about to be welcomed wants to know what they missed, if that is not at hand.</summary>
    private long? ToRecall() => _history.IsNobody()
        ? null
        : _newcomers.Min(newcomer => _present[newcomer].Since is { } since ? _room.ToRecall(since) : null);

    private void Recall(long since, Action<IReadOnlyList<ChatMessage>> then)
    {
        _history.Tell(new HistoryProtocol.Recall(++_lastAsked, since, _remembering.CatchUp));
        AwaitHistory(then);
    }

    /// <summary>Keeps what was said, and tells it: before, if the room is relaxed about it, or afterwards.</summary>
    private void Keep(RoomEvent[] said, Note[] notes, Action then)
    {
        var tellsFirst = _remembering.Durability == Durability.Relaxed;
        if (tellsFirst) Speak(said);
        _history.Tell(new HistoryProtocol.Keep(++_lastAsked, [.. said.OfType<RoomEvent.Spoken>().Select(spoken => spoken.Message)]) { Notes = notes });
        AwaitHistory(_ =>
        {
            if (!tellsFirst) Speak(said);
            then();
        });
    }

    private void AwaitHistory(Action<IReadOnlyList<ChatMessage>> goOn)
    {
        _goOn = goOn;
        Timers.StartSingleTimer(nameof(HistoryIsSlow), new HistoryIsSlow(_lastAsked), PatienceWithHistory);
        BecomeStacked(AwaitingHistory);
    }

    private void AwaitingHistory(object message)
    {
        switch (message)
        {
            case HistoryProtocol.Kept kept when kept.Number == _lastAsked: GoOn([]); break;
            case HistoryProtocol.Recalled recalled when recalled.Number == _lastAsked: GoOn(recalled.Said); break;
            case HistoryIsSlow slow when slow.Number == _lastAsked: GoOnWithout(); break;
            case HistoryProtocol.Troubled or HistoryProtocol.Recovered: TellOfHistory(message); break;
            case HistoryProtocol.Kept or HistoryProtocol.Recalled or HistoryIsSlow: break;
            default: Stash.Stash(); break;
        }
    }

    private void GoOn(IReadOnlyList<ChatMessage> recalled)
    {
        Timers.Cancel(nameof(HistoryIsSlow));
        UnbecomeStacked();
        _goOn(recalled);
        Stash.UnstashAll();
    }

    private void GoOnWithout()
    {
        _log.Warning("the history takes longer than {0} s; the room goes on without it", PatienceWithHistory.TotalSeconds);
        GoOn([]);
    }

    private void TellOfHistory(object news)
    {
        if (news is HistoryProtocol.Recovered recovered) _room.TellRecovery(recovered.Lost);
        else _room.TellTrouble();
        SpeakSoon();
    }
}
