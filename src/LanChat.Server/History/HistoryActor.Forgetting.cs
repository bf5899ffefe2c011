using Akka.Actor;
using LanChat.Server.Storage;

namespace LanChat.Server.History;

/// <summary>
/// What is too old or too much is forgotten: a little at a time, in the line of what is written,
/// when the room opens and now and then.
/// </summary>
internal sealed partial class HistoryActor
{
    private sealed record Forgetting(IActorRef Room) : Work(Room);

    private sealed record Tidy
    {
        public static readonly Tidy Instance = new();
    }

    private sealed record Forgot(int Count);

    private const int MostAtOnce = 500;
    private static readonly TimeSpan PauseInTidying = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan TidyEvery = TimeSpan.FromMinutes(10);

    private readonly IHistoryStore _store;
    private readonly int _least;
    private readonly int _said;
    private readonly TimeProvider _clock;
    private IActorRef _itself = ActorRefs.Nobody;

    private bool IsBounded => _settings.KeepAge > TimeSpan.Zero || _settings.KeepSize > 0;

    private Bounds Bounds => new(
        _settings.KeepAge > TimeSpan.Zero ? _clock.GetUtcNow().UtcDateTime - _settings.KeepAge : null,
        _settings.KeepSize > 0 ? _settings.KeepSize : null,
        _least,
        _said);

    /// <summary>Not on the actor's thread.</summary>
    private void Forget()
    {
        try
        {
            _itself.Tell(new Forgot(_store.Forget(Bounds, MostAtOnce)));
        }
        catch (HistoryException)
        {
            _itself.Tell(new Forgot(0)); // what can't be written can't be forgotten; it is told where that matters
        }
    }

    private void TidyLater(int count) =>
        Timers.StartSingleTimer(Tidy.Instance, Tidy.Instance, count > 0 ? PauseInTidying : TidyEvery);
}
