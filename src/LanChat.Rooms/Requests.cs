using System.Diagnostics.CodeAnalysis;
using LanChat.Protocol;

namespace LanChat.Rooms;

/// <summary>Handles the requests of members. A reply follows all messages before it.</summary>
internal sealed class Requests(
    RoomState room, ISnippetStore snippets, Replies replies, Administration administration)
{
    /// <summary>Handles a request; returns false if the room does not know its type.</summary>
    public bool Handle(Session session, ClientMessage request, Timestamp now)
    {
        var requester = new Requester(session, request.RequestId);
        switch (request)
        {
            case ClientMessage.Say say: Say(requester, say.Text, MessageKind.Said, say.Ref, now); break;
            case ClientMessage.Act act: Say(requester, act.Text, MessageKind.Acted, act.Ref, now); break;
            case ClientMessage.Tell tell: SendPrivate(requester, tell, now); break;
            case ClientMessage.Share share: Share(requester, share, now); break;
            case ClientMessage.Rename rename: Rename(requester, rename.Nickname, now); break;
            case ClientMessage.Ignore: ToggleGroupMessages(requester, now); break;
            case ClientMessage.Away away: SetAway(requester, away.Text, now); break;
            case ClientMessage.List: ListMembers(requester, now); break;
            case ClientMessage.ReadHistory or ClientMessage.Search: Search(session, request, now); break;
            case ClientMessage.Delivered delivered: RemoveDelivered(session, delivered.Number); break;
            default: return administration.Handle(requester, request, now);
        }

        return true;
    }

    /// <summary>Publishes an uploaded file, or delivers it to one member.</summary>
    public void ShareUpload(Upload upload, Timestamp now)
    {
        room.EndBatch(now); // a pending leave takes effect first: the member is no recipient any more
        var sender = upload.By is { } id ? room.Sessions.GetValueOrDefault(id) : null;
        var to = upload.To is { } name ? room.Members.Find(name) : null;
        if (RefusalOf(upload, sender, to, now) is { } refusal)
        {
            room.Outcome.Add(new Delivery.UploadRefused(upload.Number, refusal));
            return;
        }

        var by = sender?.Member ?? new Member(upload.From.Ip, upload.From);
        Share(upload.File, by, sender is null ? null : new Requester(sender, null), to, now);
        room.EndBatch(now);
        room.Outcome.Add(new Delivery.UploadShared(upload.Number, to?.Member.Address.Ip));
    }

    private Refusal? RefusalOf(Upload upload, Session? sender, Session? to, Timestamp now) =>
        sender is not null ? (upload.To is not null && to is null
            ? Refusal.NobodyOfThatName
            : RefusalToShare(sender, to, now))
        : upload.To is not null ? Refusal.NotEntered
        : room.Authority.Speak(key: null, upload.From.Ip, now);

    private Refusal? RefusalToShare(Session sender, Session? to, Timestamp now) =>
        to is null ? RefusalToSpeak(sender, now) : room.Authority.Tell(sender, to.Key);

    private Refusal? RefusalToSpeak(Session sender, Timestamp now) => sender.IsIgnoring
        ? Refusal.Ignoring
        : room.Authority.Speak(sender.Key, sender.Member.Address.Ip, now);

    private void Say(Requester requester, string text, MessageKind kind, string? reference, Timestamp now)
    {
        var sender = requester.Session;
        if (room.Deduplication.Find(reference) is { } known)
        {
            replies.Send(requester, known, now);
            return;
        }

        if ((text.Length == 0 ? Refusal.Incomplete : RefusalToSpeak(sender, now)) is { } refusal)
        {
            replies.Refuse(requester, refusal, now);
            return;
        }

        var (nickname, address) = (sender.Member.Nickname, sender.Member.Address);
        room.Log.Append(new ChatMessage(0, kind, nickname, address, text, now.Local) { Ref = reference });
        if (Acknowledge(requester, reference, room.Log.LastId) is { } acknowledgement)
            room.Batch.Acknowledge(sender, acknowledgement);
    }

    private void SendPrivate(Requester requester, ClientMessage.Tell tell, Timestamp now)
    {
        room.EndBatch(now); // a pending leave takes effect first: the member is no recipient any more
        if (room.Deduplication.Find(tell.Ref) is { } known) replies.Send(requester, known, now);
        else if (tell.Text.Length == 0) replies.Refuse(requester, Refusal.Incomplete, now);
        else if (room.Members.Find(tell.To) is not { } to) EnqueueOffline(requester, tell, now);
        else if (room.Authority.Tell(requester.Session, to.Key) is { } refusal) replies.Refuse(requester, refusal, now);
        else DeliverPrivate(requester, to, Private(requester.Session, tell.Text, now), tell.Ref);
    }

    /// <summary>
    /// Records the ref; returns the acknowledgement if the request has a ref or a request id.
    /// </summary>
    private RoomEvent.Acknowledged? Acknowledge(Requester requester, string? reference, long id)
    {
        var known = room.Deduplication.Add(reference, id);
        if (requester.RequestId is not { } request) return known;
        return (known ?? new RoomEvent.Acknowledged(null, id)) with { ReplyTo = request };
    }

    /// <summary>Enqueues a private message for an owner who is not in the room.</summary>
    private void EnqueueOffline(Requester requester, ClientMessage.Tell tell, Timestamp now)
    {
        var owner = Nick.TryRecall(tell.To, out var to) ? room.Registry.OwnerOf(to, now) : null;
        if ((owner is null ? Refusal.NobodyOfThatName : room.Authority.Tell(requester.Session, owner)) is { } refused)
        {
            replies.Refuse(requester, refused, now);
            return;
        }

        var message = Private(requester.Session, tell.Text, now) with { Ref = tell.Ref };
        if (room.Registry.EnqueueMail(to, message, now) is { } refusal)
        {
            replies.Refuse(requester, refusal, now);
            return;
        }

        var stored = new RoomEvent.StoredForLater(to.Text, room.Address, now.Local);
        var acknowledgement = Acknowledge(requester, tell.Ref, 0);
        room.Outcome.Reply(requester.Session, acknowledgement is null ? [stored] : [stored, acknowledgement]);
    }

    private void Share(Requester requester, ClientMessage.Share share, Timestamp now)
    {
        if (share.To is not null) room.EndBatch(now);
        var to = share.To is { } name ? room.Members.Find(name) : null;
        if (share.To is not null && to is null) replies.Refuse(requester, Refusal.NobodyOfThatName, now);
        else if (RefusalToShare(requester.Session, to, now) is { } refusal) replies.Refuse(requester, refusal, now);
        else Share(requester, share, to, now);
    }

    private void Share(Requester requester, ClientMessage.Share share, Session? to, Timestamp now)
    {
        var by = requester.Session.Member;
        var snippet = new Snippet(share.Name, share.Text, by.Address, to?.Member.Address);
        if (snippets.TryAdd(snippet, out var file, out var refusal)) Share(file, by, requester, to, now);
        else replies.Refuse(requester, refusal, now);
    }

    /// <param name="file">The file.</param>
    /// <param name="by">The member who shares it.</param>
    /// <param name="requester">The requester; null for an upload from outside of the room.</param>
    /// <param name="to">The recipient, only if there is a requester; null: everyone.</param>
    /// <param name="now">The current time.</param>
    private void Share(ChatFile file, Member by, Requester? requester, Session? to, Timestamp now)
    {
        var shared = file.Link is null ? file : file with { Site = room.FilesUrl };
        var message = new ChatMessage(0, MessageKind.File, by.Nickname, by.Address, file.Name, now.Local)
        {
            File = shared,
        };
        if (requester is { } sender && to is not null)
        {
            DeliverPrivate(sender, to, message with { Kind = MessageKind.Private });
            return;
        }

        room.Log.Append(message);
        if (requester is { } member && Acknowledge(member, null, room.Log.LastId) is { } acknowledgement)
            room.Batch.Acknowledge(member.Session, acknowledgement);
    }

    private void Rename(Requester requester, string nickname, Timestamp now)
    {
        var (session, before) = (requester.Session, requester.Session.Member);
        if (!TryCreateNick(session, nickname, now, out var nick, out var refusal))
            replies.Refuse(requester, refusal, now);
        else if (!room.Members.TryRename(session, nick, now)) replies.Refuse(requester, Refusal.NicknameTaken, now);
        else Renamed(requester, before, now);
    }

    private void Renamed(Requester requester, Member before, Timestamp now)
    {
        var session = requester.Session;
        room.Publish(new SystemMessage.Renamed(session.Member, before.Nickname), now);
        if (session.IsOwner) room.Batch.DeliverMail(session);
        replies.Send(requester, new RoomEvent.NameChanged(session.Member), now);
    }

    /// <summary>Owners keep a registered nickname that later rules would refuse.</summary>
    private bool TryCreateNick(
        Session session, string nickname, Timestamp now, out Nick nick, [NotNullWhen(false)] out Refusal? refusal) =>
        Nick.TryCreate(nickname, room.Rules.MaxNickname, out nick, out refusal)
        || (session.Key is { } key && Nick.TryRecall(nickname, out nick) && room.Registry.OwnerOf(nick, now) == key);

    /// <summary>Takes effect after the messages sent before it.</summary>
    private void ToggleGroupMessages(Requester requester, Timestamp now)
    {
        var session = requester.Session;
        room.EndBatch(now);
        session.IsIgnoring = !session.IsIgnoring;
        room.Outcome.Add(new Delivery.GroupMessages(session.Id, AreOff: session.IsIgnoring));
        replies.Send(requester, new RoomEvent.IgnoringChanged(session.IsIgnoring, room.Address, now.Local), now);
    }

    private void SetAway(Requester requester, string text, Timestamp now)
    {
        var session = requester.Session;
        if (text.EnumerateRunes().Count() > room.Rules.MaxAway)
        {
            replies.Refuse(requester, Refusal.AwayTooLong, now);
            return;
        }

        session.Away = text;
        room.Log.Add(new RoomEvent.AwayShown([new Absence(session.Member, text)]));
        replies.Send(requester, new RoomEvent.AwayNoted(text, room.Address, now.Local), now);
    }

    private void ListMembers(Requester requester, Timestamp now) =>
        replies.Send(requester, new RoomEvent.MembersListed(room.Members.List(), room.Address, now.Local), now);

    private void Search(Session session, ClientMessage request, Timestamp now)
    {
        room.EndBatch(now);
        room.Outcome.Add(new Delivery.Search(session.Id, request, session.ReadableAfter));
    }

    /// <summary>
    /// Removes offline messages that an owner's client has shown; schedules the next ones.
    /// </summary>
    private void RemoveDelivered(Session session, long number)
    {
        if (session.IsOwner && room.Registry.RemoveMail(session.Nick, number))
            room.Batch.DeliverMail(session);
    }

    private static ChatMessage Private(Session sender, string text, Timestamp now) =>
        new(0, MessageKind.Private, sender.Member.Nickname, sender.Member.Address, text, now.Local);

    /// <summary>
    /// Delivers a private message to both members; only once if they are the same. The sender's
    /// copy has the request id, so that their client knows its own message.
    /// </summary>
    private void DeliverPrivate(Requester requester, Session to, ChatMessage message, string? reference = null)
    {
        var (sender, acknowledgement) = (requester.Session, Acknowledge(requester, reference, 0));
        var delivered = new RoomEvent.PrivateMessage(message, to.Member);
        var own = delivered with { ReplyTo = requester.RequestId };
        room.Outcome.Reply(sender, acknowledgement is null ? [own] : [own, acknowledgement]);
        if (to != sender) room.Outcome.Reply(to, delivered);
    }
}
