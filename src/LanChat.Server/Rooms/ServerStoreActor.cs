using Akka.Actor;
using Akka.Event;
using LanChat.Server.Storage;

namespace LanChat.Server.Rooms;

/// <summary>
/// Owns the writer of the <see cref="ServerStore"/>. Answers once changes are on the
/// disk. While the disk fails, changes are held in memory, like those of a history.
/// </summary>
internal sealed class ServerStoreActor : UntypedActor, IWithTimers
{
    /// <summary>Persists changes.</summary>
    /// <param name="Changes">The changes, in order.</param>
    /// <param name="Answer">Sent to the sender when they are on the disk; null: nothing.</param>
    public sealed record Apply(IReadOnlyList<ServerChange> Changes, object? Answer);

    private sealed record Written(string? Error, int Changes, int Requests);

    private sealed record Retry
    {
        public static readonly Retry Instance = new();
    }

    private static readonly TimeSpan RetryPause = TimeSpan.FromSeconds(1);

    private readonly ILoggingAdapter _log = Context.GetLogger();
    private readonly Queue<(Apply Request, IActorRef ReplyTo)> _waiting = new();
    private readonly List<ServerChange> _unwritten = [];
    private readonly ServerStore _store;
    private bool _isWriting;
    private bool _isUnavailable;

    public ServerStoreActor(ServerStore store) => _store = store;

    public ITimerScheduler Timers { get; set; } = null!;

    /// <param name="store">The store to write to.</param>
    public static Props Props(ServerStore store) => Akka.Actor.Props.Create(() => new ServerStoreActor(store));

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case Apply apply:
                _waiting.Enqueue((apply, Sender));
                _unwritten.AddRange(apply.Changes);
                if (_isUnavailable) Answer(_waiting.Count);
                else Write();
                break;
            case Written written: End(written); break;
            case Retry: Write(); break;
            default: Unhandled(message); break;
        }
    }

    private void Write()
    {
        if (_isWriting || _unwritten.Count == 0) return;
        _isWriting = true;
        ServerChange[] changes = [.. _unwritten];
        var requests = _waiting.Count;
        Task.Run(() => _store.Apply(changes)).PipeTo(
            Self,
            success: () => new Written(null, changes.Length, requests),
            failure: error => new Written(error.Message, changes.Length, requests));
    }

    private void End(Written written)
    {
        _isWriting = false;
        if (written.Error is { } error)
        {
            if (!_isUnavailable) _log.Error("the server's rooms cannot be written, and are kept in memory: {0}", error);
            _isUnavailable = true;
            Answer(_waiting.Count);
            Timers.StartSingleTimer(Retry.Instance, Retry.Instance, RetryPause);
            return;
        }

        if (_isUnavailable) _log.Warning("the server's rooms are written again");
        _isUnavailable = false;
        _unwritten.RemoveRange(0, written.Changes);
        Answer(written.Requests);
        Write();
    }

    private void Answer(int requests)
    {
        for (; requests > 0; requests--)
        {
            var (request, replyTo) = _waiting.Dequeue();
            if (request.Answer is { } answer) replyTo.Tell(answer);
        }
    }
}
