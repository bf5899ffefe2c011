using Akka.Actor;
using Akka.Event;
using LanChat.Protocol;
using LanChat.Server.History;

namespace LanChat.Server.Rooms;

/// <summary>
/// How the room remembers. While a turn is being kept it hears nothing else, so that what comes meanwhile is the next turn, in order, and is
/// kept in one go; a disk that does not answer costs it a moment, not its voice.
/// </summary>
internal sealed partial class RoomActor
{
    private sealed record HistoryIsSlow(long Number);

    private static readonly TimeSpan PatienceWithHistory = TimeSpan.FromSeconds(2);

    private readonly IActorRef _history;
    private readonly bool _tellsFirst;
    private RoomEvent[] _unheard = [];
    private Action _then = () => { };
    private long _lastKept;

    private void Keep(RoomEvent[] said, Action then)
    {
        if (_tellsFirst) Speak(said);
        (_unheard, _then) = (_tellsFirst ? [] : said, then);
        _history.Tell(new HistoryProtocol.Keep(++_lastKept, [.. said.OfType<RoomEvent.Spoken>().Select(spoken => spoken.Message)]));
        Timers.StartSingleTimer(nameof(HistoryIsSlow), new HistoryIsSlow(_lastKept), PatienceWithHistory);
        BecomeStacked(Keeping);
    }

    private void Keeping(object message)
    {
        switch (message)
        {
            case HistoryProtocol.Kept kept when kept.Number == _lastKept: GoOn(); break;
            case HistoryIsSlow slow when slow.Number == _lastKept: GoOnWithout(); break;
            case HistoryProtocol.Troubled or HistoryProtocol.Recovered: TellOfHistory(message); break;
            case HistoryProtocol.Kept or HistoryIsSlow: break;
            default: Stash.Stash(); break;
        }
    }

    private void GoOn()
    {
        Timers.Cancel(nameof(HistoryIsSlow));
        UnbecomeStacked();
        Speak(_unheard);
        _then();
        Stash.UnstashAll();
    }

    private void GoOnWithout()
    {
        _log.Warning("the history takes longer than {0} s to write a turn; the room goes on", PatienceWithHistory.TotalSeconds);
        GoOn();
    }

    private void TellOfHistory(object news)
    {
        if (news is HistoryProtocol.Recovered recovered) _room.TellRecovery(recovered.Lost);
        else _room.TellTrouble();
        SpeakSoon();
    }
}
