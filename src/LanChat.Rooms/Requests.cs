using System.Diagnostics.CodeAnalysis;
using LanChat.Protocol;

namespace LanChat.Rooms;

/// <summary>What members ask for. A reply comes after all that was said before it.</summary>
internal sealed class Requests(RoomState room, ISnippetStore snippets)
{
    /// <summary>Who asks, and what they call this request.</summary>
    private readonly record struct Asker(Session Session, long? RequestId);

    /// <summary>Handles a request; false when it is nothing a room knows.</summary>
    public bool Handle(Session session, ClientMessage request, Moment now)
    {
        var asker = new Asker(session, request.RequestId);
        switch (request)
        {
            case ClientMessage.Say say: Say(asker, say.Text, MessageKind.Said, say.Ref, now); break;
            case ClientMessage.Act act: Say(asker, act.Text, MessageKind.Acted, act.Ref, now); break;
            case ClientMessage.Tell tell: Tell(asker, tell, now); break;
            case ClientMessage.Share share: Share(asker, share, now); break;
            case ClientMessage.Rename rename: Rename(asker, rename.Nickname, now); break;
            case ClientMessage.Ignore: ToggleGroupMessages(asker, now); break;
            case ClientMessage.Away away: SetAway(asker, away.Text, now); break;
            case ClientMessage.List: ListMembers(asker, now); break;
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
        var speaker = upload.By is { } id ? room.Sessions.GetValueOrDefault(id) : null;
        var to = upload.To is { } name ? room.Members.Find(name) : null;
        if (WhyNot(upload, speaker, to) is { } refusal)
        {
            room.Outcome.Add(new Delivery.UploadRefused(upload.Number, refusal));
            return;
        }

        var by = speaker?.Member ?? new Member(upload.From.Ip, upload.From);
        Share(upload.File, by, new Asker(speaker!, null), to, now);
        room.EndTurn(now);
        room.Outcome.Add(new Delivery.UploadShared(upload.Number, to?.Member.Address.Ip));
    }

    private static Refusal? WhyNot(Upload upload, Session? speaker, Session? to) => upload.To is null
        ? (speaker?.IsIgnoring == true ? Refusal.Ignoring : null)
        : speaker is null ? Refusal.NotEntered
        : to is null ? Refusal.NobodyOfThatName
        : null;

    private void Say(Asker asker, string text, MessageKind kind, string? reference, Moment now)
    {
        var speaker = asker.Session;
        if (room.Known.Find(reference) is { } known)
        {
            Reply(asker, known, now);
            return;
        }

        if (text.Length == 0 || speaker.IsIgnoring)
        {
            Refuse(asker, text.Length == 0 ? Refusal.Incomplete : Refusal.Ignoring, now);
            return;
        }

        var (nickname, address) = (speaker.Member.Nickname, speaker.Member.Address);
        room.Log.Append(new ChatMessage(0, kind, nickname, address, text, now.Local) { Ref = reference });
        if (Confirmed(asker, reference, room.Log.LastId) is { } confirmed) room.Turn.Confirm(speaker, confirmed);
    }

    private void Tell(Asker asker, ClientMessage.Tell tell, Moment now)
    {
        room.EndTurn(now); // who is about to leave can't be told anything any more
        if (room.Known.Find(tell.Ref) is { } known) Reply(asker, known, now);
        else if (tell.Text.Length == 0) Refuse(asker, Refusal.Incomplete, now);
        else if (room.Members.Find(tell.To) is not { } to) Queue(asker, tell, now);
        else Deliver(Private(asker.Session, tell.Text, now), asker.Session, to, Confirmed(asker, tell.Ref, 0));
    }

    /// <summary>Acknowledges what has a ref or an id; remembers the ref.</summary>
    private RoomEvent.Known? Confirmed(Asker asker, string? reference, long id)
    {
        var known = room.Known.Add(reference, id);
        if (asker.RequestId is not { } request) return known;
        return (known ?? new RoomEvent.Known(null, id)) with { ReplyTo = request };
    }

    /// <summary>Keeps a private message for the owner of a nickname who is not here.</summary>
    private void Queue(Asker asker, ClientMessage.Tell tell, Moment now)
    {
        if (!Nick.TryRecall(tell.To, out var to) || room.Registry.OwnerOf(to, now) is null)
        {
            Refuse(asker, Refusal.NobodyOfThatName, now);
            return;
        }

        var message = Private(asker.Session, tell.Text, now) with { Ref = tell.Ref };
        if (room.Registry.Mail.Enqueue(to, message, now) is { } refusal)
        {
            Refuse(asker, refusal, now);
            return;
        }

        var waits = new RoomEvent.Waits(to.Text, room.Address, now.Local);
        room.Outcome.Reply(
            asker.Session, Confirmed(asker, tell.Ref, 0) is { } confirmed ? [waits, confirmed] : [waits]);
    }

    private void Share(Asker asker, ClientMessage.Share share, Moment now)
    {
        if (share.To is not null) room.EndTurn(now);
        var to = share.To is { } name ? room.Members.Find(name) : null;
        if (share.To is not null && to is null) Refuse(asker, Refusal.NobodyOfThatName, now);
        else if (to is null && asker.Session.IsIgnoring) Refuse(asker, Refusal.Ignoring, now);
        else Share(asker, share, to, now);
    }

    private void Share(Asker asker, ClientMessage.Share share, Session? to, Moment now)
    {
        var by = asker.Session.Member;
        if (snippets.TryAdd(share.Name, share.Text, out var file, out var refusal, AddressBlock.Of(by.Address.Ip)))
            Share(file, by, asker, to, now);
        else Refuse(asker, refusal, now);
    }

    /// <param name="file">The file.</param>
    /// <param name="by">Who shares it.</param>
    /// <param name="asker">Who asked for it; for everyone it may be nobody.</param>
    /// <param name="to">Whom it is for; null: for everyone.</param>
    /// <param name="now">When.</param>
    private void Share(ChatFile file, Member by, Asker asker, Session? to, Moment now)
    {
        var shared = file.Link is null ? file : file with { Site = room.Pages };
        var message = new ChatMessage(0, MessageKind.File, by.Nickname, by.Address, file.Name, now.Local)
        {
            File = shared,
        };
        if (to is not null)
        {
            Deliver(message with { Kind = MessageKind.Private }, asker.Session, to, Confirmed(asker, null, 0));
            return;
        }

        room.Log.Append(message);
        if (Confirmed(asker, null, room.Log.LastId) is { } confirmed) room.Turn.Confirm(asker.Session, confirmed);
    }

    private void Rename(Asker asker, string nickname, Moment now)
    {
        var (session, before) = (asker.Session, asker.Session.Member);
        if (!MayBeCalled(session, nickname, now, out var nick, out var refusal)) Refuse(asker, refusal, now);
        else if (!room.Members.TryRename(session, nick, now)) Refuse(asker, Refusal.NicknameTaken, now);
        else Renamed(asker, before, now);
    }

    private void Renamed(Asker asker, Member before, Moment now)
    {
        var session = asker.Session;
        room.Announce(new SystemMessage.Renamed(session.Member, before.Nickname), now);
        if (session.IsOwner) room.Turn.HandOverMail(session);
        Reply(asker, new RoomEvent.NameChanged(session.Member), now);
    }

    /// <summary>A nickname that is refused today may have been registered before.</summary>
    private bool MayBeCalled(
        Session session, string nickname, Moment now, out Nick nick, [NotNullWhen(false)] out Refusal? refusal) =>
        Nick.TryCreate(nickname, room.Rules.MaxNickname, out nick, out refusal)
        || (session.Key is { } key && Nick.TryRecall(nickname, out nick) && room.Registry.OwnerOf(nick, now) == key);

    /// <summary>From here on: what was said before is delivered, or not, as it was.</summary>
    private void ToggleGroupMessages(Asker asker, Moment now)
    {
        var session = asker.Session;
        room.EndTurn(now);
        session.IsIgnoring = !session.IsIgnoring;
        room.Outcome.Add(new Delivery.GroupMessages(session.Id, AreOff: session.IsIgnoring));
        Reply(asker, new RoomEvent.IgnoringChanged(session.IsIgnoring, room.Address, now.Local), now);
    }

    private void SetAway(Asker asker, string text, Moment now)
    {
        var session = asker.Session;
        if (text.EnumerateRunes().Count() > room.Rules.MaxAway)
        {
            Refuse(asker, Refusal.AwayTooLong, now);
            return;
        }

        session.Away = text;
        room.Log.Add(new RoomEvent.AwayShown([new Absence(session.Member, text)]));
        Reply(asker, new RoomEvent.AwayNoted(text, room.Address, now.Local), now);
    }

    private void ListMembers(Asker asker, Moment now) =>
        Reply(asker, new RoomEvent.MembersListed(room.Members.List(), room.Address, now.Local), now);

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
    private void Refuse(Asker asker, Refusal reason, Moment now) =>
        Reply(asker, new RoomEvent.Refused(reason with { Closes = false }, room.Address, now.Local), now);

    private void Reply(Asker asker, RoomEvent answer, Moment now)
    {
        room.EndTurn(now);
        room.Outcome.Reply(asker.Session, answer with { ReplyTo = asker.RequestId });
    }
}
