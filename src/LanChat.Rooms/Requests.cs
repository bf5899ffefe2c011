using System.Diagnostics.CodeAnalysis;
using LanChat.Protocol;

namespace LanChat.Rooms;

/// <summary>What members ask for. A reply comes after all that was said before it.</summary>
internal sealed class Requests(RoomState room, ISnippetStore snippets)
{
    /// <summary>Handles a request; false when it is nothing a room knows.</summary>
    public bool Handle(Session session, ClientMessage request, Moment now)
    {
        switch (request)
        {
            case ClientMessage.Say say: Say(session, say.Text, MessageKind.Said, say.Ref, now); break;
            case ClientMessage.Act act: Say(session, act.Text, MessageKind.Acted, act.Ref, now); break;
            case ClientMessage.Tell tell: Tell(session, tell, now); break;
            case ClientMessage.Share share: Share(session, share, now); break;
            case ClientMessage.Rename rename: Rename(session, rename.Nickname, now); break;
            case ClientMessage.Ignore: ToggleGroupMessages(session, now); break;
            case ClientMessage.Away away: SetAway(session, away.Text, now); break;
            case ClientMessage.List: ListMembers(session, now); break;
            case ClientMessage.Look or ClientMessage.Search: LookUp(session, request, now); break;
            case ClientMessage.Had had: Delivered(session, had.Number); break;
            default: return false;
        }

        return true;
    }

    /// <summary>Tells everyone, or one person, of a file that is kept elsewhere.</summary>
    public void ShareUpload(Upload upload, Moment now)
    {
        room.EndTurn(now); // who is about to leave can't be told anything any more
        var speaker = upload.By is { } by ? room.Sessions.GetValueOrDefault(by) : null;
        var to = upload.To is { } name ? room.Members.Find(name) : null;
        if (WhyNot(upload, speaker, to) is { } refusal)
        {
            room.Outcome.Add(new Delivery.UploadRefused(upload.Number, refusal));
            return;
        }

        Share(upload.File, speaker?.Member ?? new Member(upload.From.Ip, upload.From), speaker, to, now);
        room.EndTurn(now);
        room.Outcome.Add(new Delivery.UploadShared(upload.Number, to?.Member.Address.Ip));
    }

    private static Refusal? WhyNot(Upload upload, Session? speaker, Session? to) => upload.To is null
        ? (speaker?.IsIgnoring == true ? Refusal.Ignoring : null)
        : speaker is null ? Refusal.NotEntered
        : to is null ? Refusal.NobodyOfThatName
        : null;

    private void Say(Session speaker, string text, MessageKind kind, string? reference, Moment now)
    {
        if (room.Known.Find(reference) is { } known)
        {
            Reply(speaker, known, now);
            return;
        }

        if (text.Length == 0 || speaker.IsIgnoring)
        {
            Refuse(speaker, text.Length == 0 ? Refusal.Incomplete : Refusal.Ignoring, now);
            return;
        }

        var (nickname, address) = (speaker.Member.Nickname, speaker.Member.Address);
        room.Log.Append(new ChatMessage(0, kind, nickname, address, text, now.Local) { Ref = reference });
        if (room.Known.Add(reference, room.Log.LastId) is { } confirmed) room.Turn.Confirm(speaker, confirmed);
    }

    private void Tell(Session speaker, ClientMessage.Tell tell, Moment now)
    {
        room.EndTurn(now); // who is about to leave can't be told anything any more
        if (room.Known.Find(tell.Ref) is { } known) room.Outcome.Reply(speaker, known);
        else if (tell.Text.Length == 0) Refuse(speaker, Refusal.Incomplete, now);
        else if (room.Members.Find(tell.To) is not { } to) Queue(speaker, tell, now);
        else Deliver(Private(speaker, tell.Text, now), speaker, to, room.Known.Add(tell.Ref, 0));
    }

    /// <summary>Keeps a private message for the owner of a nickname who is not here.</summary>
    private void Queue(Session speaker, ClientMessage.Tell tell, Moment now)
    {
        if (!Nick.TryRecall(tell.To, out var to) || room.Registry.OwnerOf(to, now) is null)
        {
            Refuse(speaker, Refusal.NobodyOfThatName, now);
            return;
        }

        var message = Private(speaker, tell.Text, now) with { Ref = tell.Ref };
        if (room.Registry.Mail.Enqueue(to, message, now) is { } refusal)
        {
            Refuse(speaker, refusal, now);
            return;
        }

        var waits = new RoomEvent.Waits(to.Text, room.Address, now.Local);
        room.Outcome.Reply(speaker, room.Known.Add(tell.Ref, 0) is { } confirmed ? [waits, confirmed] : [waits]);
    }

    private void Share(Session speaker, ClientMessage.Share share, Moment now)
    {
        if (share.To is not null) room.EndTurn(now);
        var to = share.To is { } name ? room.Members.Find(name) : null;
        if (share.To is not null && to is null) Refuse(speaker, Refusal.NobodyOfThatName, now);
        else if (to is null && speaker.IsIgnoring) Refuse(speaker, Refusal.Ignoring, now);
        else Share(speaker, share, to, now);
    }

    private void Share(Session speaker, ClientMessage.Share share, Session? to, Moment now)
    {
        var from = AddressBlock.Of(speaker.Member.Address.Ip);
        if (snippets.TryAdd(share.Name, share.Text, out var file, out var refusal, from))
            Share(file, speaker.Member, speaker, to, now);
        else Refuse(speaker, refusal, now);
    }

    private void Share(ChatFile file, Member by, Session? speaker, Session? to, Moment now)
    {
        var shared = file.Link is null ? file : file with { Site = room.Pages };
        var message = new ChatMessage(0, MessageKind.File, by.Nickname, by.Address, file.Name, now.Local) { File = shared };
        if (to is null) room.Log.Append(message);
        else Deliver(message with { Kind = MessageKind.Private }, speaker!, to);
    }

    private void Rename(Session session, string nickname, Moment now)
    {
        var before = session.Member;
        if (!MayBeCalled(session, nickname, now, out var nick, out var refusal)) Refuse(session, refusal, now);
        else if (!room.Members.TryRename(session, nick, now)) Refuse(session, Refusal.NicknameTaken, now);
        else Renamed(session, before, now);
    }

    private void Renamed(Session session, Member before, Moment now)
    {
        room.Announce(new SystemMessage.Renamed(session.Member, before.Nickname), now);
        if (session.IsOwner) room.Turn.HandOverMail(session);
        Reply(session, new RoomEvent.NameChanged(session.Member), now);
    }

    /// <summary>A nickname that is refused today may have been registered before.</summary>
    private bool MayBeCalled(
        Session session, string nickname, Moment now, out Nick nick, [NotNullWhen(false)] out Refusal? refusal) =>
        Nick.TryCreate(nickname, room.Rules.MaxNickname, out nick, out refusal)
        || (session.Key is { } key && Nick.TryRecall(nickname, out nick) && room.Registry.OwnerOf(nick, now) == key);

    /// <summary>From here on: what was said before is delivered, or not, as it was.</summary>
    private void ToggleGroupMessages(Session session, Moment now)
    {
        room.EndTurn(now);
        session.IsIgnoring = !session.IsIgnoring;
        room.Outcome.Add(new Delivery.GroupMessages(session.Id, AreOff: session.IsIgnoring));
        room.Outcome.Reply(session, new RoomEvent.IgnoringChanged(session.IsIgnoring, room.Address, now.Local));
    }

    private void SetAway(Session session, string text, Moment now)
    {
        if (text.EnumerateRunes().Count() > room.Rules.MaxAway)
        {
            Refuse(session, Refusal.AwayTooLong, now);
            return;
        }

        session.Away = text;
        room.Log.Add(new RoomEvent.AwayShown([new Absence(session.Member, text)]));
        Reply(session, new RoomEvent.AwayNoted(text, room.Address, now.Local), now);
    }

    private void ListMembers(Session session, Moment now) =>
        Reply(session, new RoomEvent.MembersListed(room.Members.List(), room.Address, now.Local), now);

    private void LookUp(Session session, ClientMessage question, Moment now)
    {
        room.EndTurn(now);
        room.Outcome.Add(new Delivery.Lookup(session.Id, question));
    }

    /// <summary>An owner has shown what waited for them, up to a number.</summary>
    private void Delivered(Session session, long number)
    {
        if (session.IsOwner && room.Registry.Mail.Delivered(session.Nick, number)) room.Turn.HandOverMail(session);
    }

    private static ChatMessage Private(Session speaker, string text, Moment now) =>
        new(0, MessageKind.Private, speaker.Member.Nickname, speaker.Member.Address, text, now.Local);

    /// <summary>Tells both, each once.</summary>
    private void Deliver(ChatMessage message, Session speaker, Session to, RoomEvent.Known? confirmed = null)
    {
        var told = new RoomEvent.Told(message, to.Member);
        room.Outcome.Reply(speaker, confirmed is null ? [told] : [told, confirmed]);
        if (to != speaker) room.Outcome.Reply(to, told);
    }

    /// <summary>Nobody is disconnected for it.</summary>
    private void Refuse(Session session, Refusal reason, Moment now) =>
        Reply(session, new RoomEvent.Refused(reason with { Closes = false }, room.Address, now.Local), now);

    private void Reply(Session session, RoomEvent answer, Moment now)
    {
        room.EndTurn(now);
        room.Outcome.Reply(session, answer);
    }
}
