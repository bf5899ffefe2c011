using Akka.Actor;
using LanChat.Server.Storage;

namespace LanChat.Server.History;

/// <summary>
/// Prunes the history: a few messages at a time, in turn with writes, at the start and
/// periodically.
/// </summary>
internal sealed partial class HistoryActor
{
    private sealed record PruneWork(IActorRef Room) : Work(Room);

    private sealed record Prune
    {
        public static readonly Prune Instance = new();
    }

    private sealed record Pruned(int Count);

    private const int MaxPrunedAtOnce = 500;
    private static readonly TimeSpan PauseBetweenParts = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan PruneInterval = TimeSpan.FromMinutes(10);

    private readonly IHistoryStore _store;
    private readonly int _minMessages;
    private readonly int _minMemberMessages;
    private readonly TimeProvider _clock;
    private IActorRef _itself = ActorRefs.Nobody;

    private bool HasRetention => _settings.KeepAge > TimeSpan.Zero || _settings.KeepSize > 0;

    private RetentionPolicy Retention => new(
        _settings.KeepAge > TimeSpan.Zero ? _clock.GetUtcNow().UtcDateTime - _settings.KeepAge : null,
        _settings.KeepSize > 0 ? _settings.KeepSize : null,
        _minMessages,
        _minMemberMessages);

    /// <summary>Runs on the writer's thread.</summary>
    private void PruneStore()
    {
        try
        {
            _itself.Tell(new Pruned(_store.Prune(Retention, MaxPrunedAtOnce)));
        }
        catch (HistoryException)
        {
            _itself.Tell(new Pruned(0)); // the next write reports the error
        }
    }

    private void PruneLater(int count) =>
        Timers.StartSingleTimer(Prune.Instance, Prune.Instance, count > 0 ? PauseBetweenParts : PruneInterval);
}
