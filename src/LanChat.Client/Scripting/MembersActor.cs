using Akka.Actor;
using LanChat.Client.Scripting.LineTool;
using LanChat.Client.Sessions;
using LanChat.Protocol;

namespace LanChat.Client.Scripting;

/// <summary>
/// Owns one run of <c>members</c>: joins a room, prints the other members, and leaves.
/// </summary>
internal sealed class MembersActor : UntypedActor
{
    private readonly ScriptJob _job;
    private readonly Func<Member, string> _format;
    private readonly Func<IActorRef, Props> _makeSession;
    private IActorRef _session = null!;
    private PeerAddress? _me;
    private bool _hasMembers;

    public MembersActor(ScriptJob job, Func<Member, string> format, Func<IActorRef, Props> makeSession) =>
        (_job, _format, _makeSession) = (job, format, makeSession);

    /// <param name="job">The run.</param>
    /// <param name="format">Formats a member as a line with its line break.</param>
    /// <param name="makeSession">Props of the session in the room, for this actor.</param>
    public static Props Props(ScriptJob job, Func<Member, string> format, Func<IActorRef, Props> makeSession) =>
        Akka.Actor.Props.Create(() => new MembersActor(job, format, makeSession));

    protected override void PreStart() => _session = Context.ActorOf(_makeSession(Self));

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case SessionProtocol.EventsReceived received: HandleEvents(received.Events); break;
            case OutputProtocol.Printed: Leave(); break;
            case OutputProtocol.Failed failed: Fail(failed.Sentence); break;
            case SessionProtocol.Lost when _hasMembers: break;
            case SessionProtocol.Lost lost: Fail(lost.Reason); break;
            case SessionProtocol.Ended { Refusal: { } refusal } when !_hasMembers: Fail(refusal.Sentence()); break;
            case SessionProtocol.Ended: End(); break;
            default: Unhandled(message); break;
        }
    }

    private void HandleEvents(IReadOnlyList<RoomEvent> events)
    {
        if (events.WaitingSentence() is { } sentence) new LineToolReport(_job.Errors).Write(sentence);
        if (events.OfType<Welcomed>().LastOrDefault() is { } welcome) _me = welcome.You.Address;
        if (_hasMembers || events.OfType<RoomEvent.MembersShown>().LastOrDefault() is not { } shown)
        {
            _session.Tell(SessionProtocol.EventsHandled.Instance);
            return;
        }

        _hasMembers = true;
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

    private void Fail(string reason)
    {
        _job.Fail(reason);
        Context.Stop(Self);
    }
}
