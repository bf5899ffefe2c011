using System.Diagnostics.CodeAnalysis;
using LanChat.Protocol;

namespace LanChat.Rooms;

/// <summary>Handles the requests of members. A reply follows all messages before it.</summary>
internal sealed class Requests(
    RoomState room, ISnippetStore snippets, Replies replies, Administration administration)
{
    private readonly PrivateMessages _privateMessages = new(room, replies);
    private readonly MessageChanges _changes = new(room, replies);

    /// <summary>Handles a request; returns false if the room does not know its type.</summary>
    public bool Handle(Session session, ClientMessage request, Timestamp now)
    {
        var requester = new Requester(session, request.RequestId);
        switch (request)
        {
            case ClientMessage.Say say: Say(requester, say.Text, MessageKind.Said, say.Ref, now); break;
            case ClientMessage.Act act: Say(requester, act.Text, MessageKind.Acted, act.Ref, now); break;
            case ClientMessage.Tell tell: _privateMessages.Send(requester, tell, now); break;
            case ClientMessage.Share share: Share(requester, share, now); break;
            case ClientMessage.MessageRequest change: _changes.Handle(requester, change, now); break;
            case ClientMessage.Rename rename: Rename(requester, rename.Nickname, now); break;
            case ClientMessage.Ignore: ToggleGroupMessages(requester, now); break;
            case ClientMessage.Away away: SetAway(requester, away.Text, now); break;
            case ClientMessage.List: ListMembers(requester, now); break;
            case ClientMessage.ReadHistory or ClientMessage.Search: Search(session, request, now); break;
            case ClientMessage.Delivered delivered: _privateMessages.RemoveDelivered(session, delivered.Number); break;
            default: return administration.Handle(requester, request, now);
        }

        return true;
    }

    /// <inheritdoc cref="MessageChanges.HandleRead"/>
    public void HandleRead(long number, RoomEvent read, Timestamp now) => _changes.HandleRead(number, read, now);

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

        var by = sender?.Sender ?? new Member(upload.From.Ip, upload.From);
        Share(upload.File, by, sender is null ? null : new Requester(sender, null), to, now);
        room.EndBatch(now);
        room.Outcome.Add(new Delivery.UploadShared(upload.Number, to is null ? [] : AddressesOf(sender!.Of, to)));
    }

    private static IReadOnlyList<string> AddressesOf(MemberSessions sender, MemberSessions recipient) =>
        [.. sender.Sessions.Concat(recipient.Sessions).Select(session => session.Address.Ip).Distinct()];

    private Refusal? RefusalOf(Upload upload, Session? sender, MemberSessions? to, Timestamp now) =>
        sender is not null ? (upload.To is not null && to is null
            ? Refusal.NobodyOfThatName
            : RefusalToShare(sender, to, now))
        : upload.To is not null ? Refusal.NotEntered
        : room.Authority.Speak(account: null, upload.From.Ip, now);

    private Refusal? RefusalToShare(Session sender, MemberSessions? to, Timestamp now) =>
        to is null ? RefusalToSpeak(sender, now) : room.Authority.Tell(sender, to.Account);

    private Refusal? RefusalToSpeak(Session sender, Timestamp now) => sender.IsIgnoring
        ? Refusal.Ignoring
        : room.Authority.Speak(sender.Account, sender.Address.Ip, now);

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

        var (nickname, address) = (sender.Member.Nickname, sender.Address);
        room.Log.Append(new ChatMessage(0, kind, nickname, address, text, now.Local)
        {
            Ref = reference,
            Account = sender.Account,
        });
        sender.Sent.Add(room.Log.LastId);
        if (replies.Acknowledge(requester, reference, room.Log.LastId) is { } acknowledgement)
            room.Batch.Acknowledge(sender, acknowledgement);
    }

    private void Share(Requester requester, ClientMessage.Share share, Timestamp now)
    {
        if (share.To is not null) room.EndBatch(now);
        var to = share.To is { } name ? room.Members.Find(name) : null;
        if (share.To is not null && to is null) replies.Refuse(requester, Refusal.NobodyOfThatName, now);
        else if (RefusalToShare(requester.Session, to, now) is { } refusal) replies.Refuse(requester, refusal, now);
        else Share(requester, share, to, now);
    }

    private void Share(Requester requester, ClientMessage.Share share, MemberSessions? to, Timestamp now)
    {
        var by = requester.Session.Sender;
        var snippet = new Snippet(share.Name, share.Text, by.Address, to?.Member.Address);
        if (snippets.TryAdd(snippet, out var file, out var refusal)) Share(file, by, requester, to, now);
        else replies.Refuse(requester, refusal, now);
    }

    /// <param name="file">The file.</param>
    /// <param name="by">The member who shares it.</param>
    /// <param name="requester">The requester; null for an upload from outside of the room.</param>
    /// <param name="to">The recipient, only if there is a requester; null: everyone.</param>
    /// <param name="now">The current time.</param>
    private void Share(ChatFile file, Member by, Requester? requester, MemberSessions? to, Timestamp now)
    {
        var shared = file.Link is null ? file : file with { Site = room.FilesUrl };
        var message = new ChatMessage(0, MessageKind.File, by.Nickname, by.Address, file.Name, now.Local)
        {
            File = shared,
            Account = requester?.Session.Account,
        };
        if (requester is { } sender && to is not null)
        {
            _privateMessages.Deliver(sender, to, message with { Kind = MessageKind.Private }, now);
            return;
        }

        room.Log.Append(message);
        requester?.Session.Sent.Add(room.Log.LastId);
        if (requester is { } member && replies.Acknowledge(member, null, room.Log.LastId) is { } acknowledgement)
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
        replies.Send(requester, new RoomEvent.NameChanged(session.Sender), now);
        foreach (var other in session.Of.Sessions.Where(other => other != session))
            room.Outcome.Reply(other, new RoomEvent.NameChanged(other.Sender));
    }

    /// <summary>Owners keep a registered nickname that later rules would refuse.</summary>
    private bool TryCreateNick(
        Session session, string nickname, Timestamp now, out Nick nick, [NotNullWhen(false)] out Refusal? refusal) =>
        Nick.TryCreate(nickname, room.Rules.MaxNickname, out nick, out refusal)
        || (session.Account is { } account && Nick.TryRecall(nickname, out nick)
            && room.Registry.OwnerOf(nick, now) == account);

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

        var before = session.Of.Away;
        session.Away = text;
        // Nothing to show while another session of the member is not away.
        if (session.Of.Sessions.Count == 1 || session.Of.Away != before)
            room.Log.Add(new RoomEvent.AwayShown([new Absence(session.Member, session.Of.Away)]));
        replies.Send(requester, new RoomEvent.AwayNoted(text, room.Address, now.Local), now);
    }

    private void ListMembers(Requester requester, Timestamp now) =>
        replies.Send(requester, new RoomEvent.MembersListed(room.Members.List(), room.Address, now.Local), now);

    private void Search(Session session, ClientMessage request, Timestamp now)
    {
        room.EndBatch(now);
        room.Outcome.Add(new Delivery.Search(session.Id, request, session.ReadableAfter));
    }
}
