using Akka.Actor;
using LanChat.Client.Sessions;
using LanChat.Protocol;

namespace LanChat.Client.Scripting;

/// <summary>
/// Owns one question for who is in a room: enters, prints who is there besides itself, and leaves.
/// </summary>
internal sealed class MembersActor : UntypedActor
{
    private readonly ScriptJob _job;
    private readonly Func<Member, string> _format;
    private readonly Func<IActorRef, Props> _open;
    private IActorRef _session = null!;
    private PeerAddress? _me;
    private bool _answered;

    public MembersActor(ScriptJob job, Func<Member, string> format, Func<IActorRef, Props> open) =>
        (_job, _format, _open) = (job, format, open);

    /// <param name="job">Where it prints.</param>
    /// <param name="format">The line for a member, with its end.</param>
    /// <param name="open">The session in the room, for this actor.</param>
    public static Props Props(ScriptJob job, Func<Member, string> format, Func<IActorRef, Props> open) =>
        Akka.Actor.Props.Create(() => new MembersActor(job, format, open));

    protected override void PreStart() => _session = Context.ActorOf(_open(Self));

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case SessionProtocol.EventsReceived heard: Hear(heard.Events); break;
            case OutputProtocol.Printed: Leave(); break;
            case OutputProtocol.Failed failed: Fail(failed.Sentence); break;
            case SessionProtocol.Lost when _answered: break;
            case SessionProtocol.Lost lost: Fail(lost.Reason); break;
            case SessionProtocol.Ended { Refusal: { } refusal } when !_answered: Fail(refusal.Sentence()); break;
            case SessionProtocol.Ended: End(); break;
            default: Unhandled(message); break;
        }
    }

    private void Hear(IReadOnlyList<RoomEvent> events)
    {
        if (events.OfType<RoomEvent.Welcomed>().LastOrDefault() is { } welcome) _me = welcome.You.Address;
        if (_answered || events.OfType<RoomEvent.MembersShown>().LastOrDefault() is not { } shown)
        {
            _session.Tell(SessionProtocol.EventsHandled.Instance);
            return;
        }

        _answered = true;
        _job.Output.Print(string.Concat(shown.Members.Where(member => member.Address != _me).Select(_format)), Self);
    }

    private void Leave()
    {
        _session.Tell(SessionProtocol.Leave.Instance);
        _session.Tell(SessionProtocol.EventsHandled.Instance);
    }

    private void End()
    {
        _job.Exit.TrySetResult(_job.Output.IsClosed ? ExitCode.OutputClosed : ExitCode.Done);
        Context.Stop(Self);
    }

    private void Fail(string why)
    {
        _job.Fail(why);
        Context.Stop(Self);
    }
}
