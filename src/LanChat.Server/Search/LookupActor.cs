using Akka.Actor;
using Akka.Event;
using LanChat.Protocol;
using LanChat.Server.Storage;

namespace LanChat.Server.Search;

/// <summary>
/// Owns a few readers of the history and has each answer one question at a time. A connection asks
/// its next question when it has the answer to the one before, so whoever asks a lot waits in line
/// like everybody else, and there are never more in it than connections.
/// </summary>
internal sealed class LookupActor : UntypedActor
{
    private sealed record Answered(Readable Reader, IActorRef Asker, RoomEvent Answer);

    private sealed record Failed(Readable Reader, LookupProtocol.Ask Ask, string Why);

    /// <summary>A reader, opened when it is first needed, and again after trouble.</summary>
    private sealed class Readable(Func<IHistoryReader> open) : IDisposable
    {
        private IHistoryReader? _reader;

        public RoomEvent Answer(LookupProtocol.Ask ask)
        {
            _reader ??= open();
            IHistoryReader reader = ask.Unsaved.Count > 0 ? new UnsavedReader(_reader, ask.Unsaved) : _reader;
            return Answers.To(ask.Question, reader);
        }

        public void Dispose()
        {
            _reader?.Dispose();
            _reader = null;
        }
    }

    private const int Readers = 2;

    private readonly ILoggingAdapter _log = Context.GetLogger();
    private readonly Queue<LookupProtocol.Ask> _waiting = new();
    private readonly Stack<Readable> _idle;

    public LookupActor(Func<IHistoryReader> open) =>
        _idle = new Stack<Readable>(Enumerable.Range(0, Readers).Select(_ => new Readable(open)));

    /// <param name="open">Opens a reader.</param>
    public static Props Props(Func<IHistoryReader> open) => Akka.Actor.Props.Create(() => new LookupActor(open));

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case LookupProtocol.Ask ask: Begin(ask); break;
            case Answered done: End(done.Reader, done.Asker, done.Answer); break;
            case Failed failed: Fail(failed); break;
            default: Unhandled(message); break;
        }
    }

    protected override void PostStop()
    {
        foreach (var reader in _idle) reader.Dispose();
    }

    private void Begin(LookupProtocol.Ask ask)
    {
        if (!_idle.TryPop(out var reader))
        {
            _waiting.Enqueue(ask);
            return;
        }

        Task.Run(() => reader.Answer(ask)).PipeTo(
            Self,
            success: answer => new Answered(reader, ask.Asker, answer),
            failure: wrong => new Failed(reader, ask, wrong.Message));
    }

    private void Fail(Failed failed)
    {
        _log.Warning("a question about the history could not be answered: {0}", failed.Why);
        failed.Reader.Dispose();
        End(
            failed.Reader,
            failed.Ask.Asker,
            Answers.Refused(Refusal.HistoryUnreadable) with { ReplyTo = failed.Ask.Question.RequestId });
    }

    private void End(Readable reader, IActorRef asker, RoomEvent answer)
    {
        asker.Tell(new LookupProtocol.Answer(answer));
        _idle.Push(reader);
        if (_waiting.TryDequeue(out var next)) Begin(next);
    }
}
