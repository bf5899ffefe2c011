using System.Diagnostics.CodeAnalysis;
using Akka.Actor;
using LanChat.Protocol;

namespace LanChat.Server.Rooms;

/// <summary>What members ask for, and how they are answered: after all that was said before.</summary>
internal sealed partial class RoomActor
{
    private void Say(ClientMessage.Say say)
    {
        if (!_present.TryGetValue(Sender, out var speaker)) return;
        if (say.Ref is not null) SayOnce(speaker, say.Text, MessageKind.Said, say.Ref);
        else Say(speaker, say.Text, MessageKind.Said);
    }

    private void Serve(ClientMessage wanted)
    {
        if (!_present.TryGetValue(Sender, out var member)) return;
        switch (wanted)
        {
            case ClientMessage.Act act: Act(member, act); break;
            case ClientMessage.Tell tell: Tell(member, tell); break;
            case ClientMessage.Share share: Share(member, share); break;
            case ClientMessage.Rename rename: Rename(member, rename); break;
            case ClientMessage.Ignore: Ignore(member); break;
            case ClientMessage.Away away: Away(member, away); break;
            case ClientMessage.List: Answer(_room.List()); break;
            case ClientMessage.Look or ClientMessage.Search: LookUp(wanted); break;
            case ClientMessage.Had had: NoteHandedOver(member, had); break;
            default: Unhandled(wanted); break;
        }
    }

    private void Say(Occupant speaker, string text, MessageKind kind)
    {
        if (_room.Say(speaker, text, kind) is { } refusal) Answer(_room.Refuse(refusal));
        else SpeakSoon();
    }

    private void Act(Occupant member, ClientMessage.Act act)
    {
        if (act.Ref is not null) SayOnce(member, act.Text, MessageKind.Acted, act.Ref);
        else Say(member, act.Text, MessageKind.Acted);
    }

    private void Tell(Occupant member, ClientMessage.Tell tell)
    {
        if (IsKnown(tell.Ref)) return;
        // Who is about to leave can't be told anything any more.
        var speaker = Sender;
        SpeakThen(() =>
        {
            if (tell.Text.Length == 0) Answer(speaker, _room.Refuse(Refusal.Incomplete));
            else if (_room.Find(tell.To) is { } to) Deliver(_room.Tell(member, to, tell.Text), speaker, to, Note(tell.Ref, 0));
            else LetWait(member, tell, speaker);
        });
    }

    private void Share(Occupant member, ClientMessage.Share share)
    {
        var speaker = Sender;
        if (share.To is null) Share(speaker, member, share, null);
        else SpeakThen(() => Share(speaker, member, share, share.To));
    }

    private void Share(IActorRef speaker, Occupant member, ClientMessage.Share share, string? name)
    {
        var to = name is null ? null : _room.Find(name);
        if (name is not null && to is null) Answer(speaker, _room.Refuse(Refusal.NobodyOfThatName));
        else if (_room.Share(member, share, to, out var told) is { } refusal) Answer(speaker, _room.Refuse(refusal));
        else if (told is not null) Deliver(told, speaker, to!);
        else SpeakSoon();
    }

    /// <summary>From here on: what was said before reaches them, or not, as it was.</summary>
    private void Ignore(Occupant member)
    {
        var asker = Sender;
        SpeakThen(() => Answer(asker, _room.ToggleIgnoring(member)));
    }

    private void Away(Occupant member, ClientMessage.Away away)
    {
        if (_room.NoteAway(member, away.Text) is { } refusal) Answer(_room.Refuse(refusal));
        else Answer(_room.AnswerAway(member));
    }

    private void Rename(Occupant member, ClientMessage.Rename rename)
    {
        if (!MayBeCalled(member, rename.Nickname, out var nick, out var refusal) || (refusal = _room.Rename(member, nick)) is not null)
        {
            Answer(_room.Refuse(refusal));
            return;
        }

        if (member.IsOwner) _toHandOver.Add(Sender);
        Answer(new RoomEvent.NameChanged(member.Member));
        ListSoon();
    }

    /// <summary>A name that is refused today may be theirs since before.</summary>
    private bool MayBeCalled(Occupant member, string name, out Nick nick, [NotNullWhen(false)] out Refusal? refusal) =>
        Nick.TryCreate(name, _longestNickname, out nick, out refusal)
        || (member.Key is { } key && Nick.TryRecall(name, out nick) && _names.OwnerOf(nick) == key);

    private void Answer(RoomEvent answer) => Answer(Sender, answer);

    /// <summary>Answers somebody, after all that was said before.</summary>
    private void Answer(IActorRef asker, RoomEvent answer) => SpeakThen(() => asker.Tell(new Turn([answer])));

    /// <summary>Tells both; the room has spoken before the addressee was looked up.</summary>
    private void Deliver(RoomEvent.Told told, IActorRef speaker, Occupant to, RoomEvent.Known? known = null)
    {
        var turn = new Turn([told]);
        speaker.Tell(known is null ? turn : new Turn([told, known]));
        if (_connections[to] is { } other && !other.Equals(speaker)) other.Tell(turn);
    }
}
