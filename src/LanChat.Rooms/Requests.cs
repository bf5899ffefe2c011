using System.Diagnostics.CodeAnalysis;
using LanChat.Protocol;

namespace LanChat.Rooms;

/// <summary>Handles the requests of members. A reply follows all messages before it.</summary>
internal sealed class Requests
{
    private readonly RoomState _room;
    private readonly ISnippetStore _snippets;
    private readonly Replies _replies;
    private readonly Administration _administration;
    private readonly PrivateMessages _privateMessages;
    private readonly MessageReads _reads;
    private readonly Speech _speech;
    private readonly MessageChanges _changes;

    public Requests(RoomState room, ISnippetStore snippets, Replies replies, Administration administration)
    {
        (_room, _snippets, _replies, _administration) = (room, snippets, replies, administration);
        _privateMessages = new PrivateMessages(room, replies);
        _reads = new MessageReads(room, replies);
        _speech = new Speech(room, _reads, replies);
        _changes = new MessageChanges(room, _reads, replies);
    }

    /// <summary>Handles a request; returns false if the room does not know its type.</summary>
    public bool Handle(Session session, ClientMessage request, Timestamp now)
    {
        var requester = new Requester(session, request.RequestId);
        switch (request)
        {
            case ClientMessage.Say or ClientMessage.Act: _speech.Handle(requester, request, now); break;
            case ClientMessage.Tell tell: _privateMessages.Send(requester, tell, now); break;
            case ClientMessage.Share share: Share(requester, share, now); break;
            case ClientMessage.MessageRequest change: _changes.Handle(requester, change, now); break;
            case ClientMessage.Rename rename: Rename(requester, rename.Nickname, now); break;
            case ClientMessage.Ignore: ToggleGroupMessages(requester, now); break;
            case ClientMessage.Away away: SetAway(requester, away.Text, now); break;
            case ClientMessage.List: ListMembers(requester, now); break;
            case ClientMessage.ReadHistory or ClientMessage.Search: Search(session, request, now); break;
            case ClientMessage.Delivered delivered: _privateMessages.RemoveDelivered(session, delivered.Number); break;
            default: return _administration.Handle(requester, request, now);
        }

        return true;
    }

    /// <summary>Handles what was read from the history for a request.</summary>
    /// <param name="number">The number of the request.</param>
    /// <param name="read">The message, or why it cannot be read.</param>
    /// <param name="now">The current time.</param>
    public void HandleRead(long number, RoomEvent read, Timestamp now)
    {
        if (_reads.Take(number) is not var (session, request, reference, id)) return;
        var requester = new Requester(session, request.RequestId);
        // Meanwhile the same request may have come again, and been done.
        if (_replies.TryAcknowledgeRetry(requester, reference, now)) return;
        if ((read as RoomEvent.HistoryPage)?.Messages.FirstOrDefault(message => message.Id == id) is not { } target)
            _replies.Refuse(requester, (read as RoomEvent.Refused)?.Reason ?? Refusal.NoSuchMessage, now);
        else if (request is ClientMessage.MessageRequest change) _changes.Change(requester, change, target, now);
        else _speech.Say(requester, request, target, now);
    }

    /// <summary>Publishes an uploaded file, or delivers it to one member.</summary>
    public void ShareUpload(Upload upload, Timestamp now)
    {
        _room.EndBatch(now); // a pending leave takes effect first: the member is no recipient any more
        var sender = upload.By is { } id ? _room.Sessions.GetValueOrDefault(id) : null;
        var to = upload.To is { } name ? _room.Members.Find(name) : null;
        if (RefusalOf(upload, sender, to, now) is { } refusal)
        {
            _room.Outcome.Add(new Delivery.UploadRefused(upload.Number, refusal));
            return;
        }

        var by = sender?.Sender ?? new Member(upload.From.Ip, upload.From);
        Share(upload.File, by, sender is null ? null : new Requester(sender, null), to, now);
        _room.EndBatch(now);
        _room.Outcome.Add(new Delivery.UploadShared(upload.Number, to is null ? [] : AddressesOf(sender!.Of, to)));
    }

    private static IReadOnlyList<string> AddressesOf(MemberSessions sender, MemberSessions recipient) =>
        [.. sender.Sessions.Concat(recipient.Sessions).Select(session => session.Address.Ip).Distinct()];

    private Refusal? RefusalOf(Upload upload, Session? sender, MemberSessions? to, Timestamp now) =>
        sender is not null ? (upload.To is not null && to is null
            ? Refusal.NobodyOfThatName
            : RefusalToShare(sender, to, now))
        : upload.To is not null ? Refusal.NotEntered
        : _room.Authority.Speak(account: null, upload.From.Ip, now);

    private Refusal? RefusalToShare(Session sender, MemberSessions? to, Timestamp now) =>
        to is null ? _speech.RefusalOf(sender, now) : _room.Authority.Tell(sender, to.Account);

    private void Share(Requester requester, ClientMessage.Share share, Timestamp now)
    {
        if (share.To is not null) _room.EndBatch(now);
        var to = share.To is { } name ? _room.Members.Find(name) : null;
        if (share.To is not null && to is null) _replies.Refuse(requester, Refusal.NobodyOfThatName, now);
        else if (RefusalToShare(requester.Session, to, now) is { } refusal) _replies.Refuse(requester, refusal, now);
        else Share(requester, share, to, now);
    }

    private void Share(Requester requester, ClientMessage.Share share, MemberSessions? to, Timestamp now)
    {
        var by = requester.Session.Sender;
        var snippet = new Snippet(share.Name, share.Text, by.Address, to?.Member.Address);
        if (_snippets.TryAdd(snippet, out var file, out var refusal)) Share(file, by, requester, to, now);
        else _replies.Refuse(requester, refusal, now);
    }

    /// <param name="file">The file.</param>
    /// <param name="by">The member who shares it.</param>
    /// <param name="requester">The requester; null for an upload from outside of the room.</param>
    /// <param name="to">The recipient, only if there is a requester; null: everyone.</param>
    /// <param name="now">The current time.</param>
    private void Share(ChatFile file, Member by, Requester? requester, MemberSessions? to, Timestamp now)
    {
        var shared = file.Link is null ? file : file with { Site = _room.FilesUrl };
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

        _room.Log.Append(message);
        requester?.Session.Sent.Add(_room.Log.LastId);
        if (requester is { } member && _replies.Acknowledge(member, null, _room.Log.LastId) is { } acknowledgement)
            _room.Batch.Acknowledge(member.Session, acknowledgement);
    }

    private void Rename(Requester requester, string nickname, Timestamp now)
    {
        var (session, before) = (requester.Session, requester.Session.Member);
        if (!TryCreateNick(session, nickname, now, out var nick, out var refusal))
            _replies.Refuse(requester, refusal, now);
        else if (!_room.Members.TryRename(session, nick, now)) _replies.Refuse(requester, Refusal.NicknameTaken, now);
        else Renamed(requester, before, now);
    }

    private void Renamed(Requester requester, Member before, Timestamp now)
    {
        var session = requester.Session;
        _room.Publish(new SystemMessage.Renamed(session.Member, before.Nickname), now);
        if (session.IsOwner) _room.Batch.DeliverMail(session);
        _replies.Send(requester, new RoomEvent.NameChanged(session.Sender), now);
        foreach (var other in session.Of.Sessions.Where(other => other != session))
            _room.Outcome.Reply(other, new RoomEvent.NameChanged(other.Sender));
    }

    /// <summary>Owners keep a registered nickname that later rules would refuse.</summary>
    private bool TryCreateNick(
        Session session, string nickname, Timestamp now, out Nick nick, [NotNullWhen(false)] out Refusal? refusal) =>
        Nick.TryCreate(nickname, _room.Rules.MaxNickname, out nick, out refusal)
        || (session.Account is { } account && Nick.TryRecall(nickname, out nick)
            && _room.Registry.OwnerOf(nick, now) == account);

    /// <summary>Takes effect after the messages sent before it.</summary>
    private void ToggleGroupMessages(Requester requester, Timestamp now)
    {
        var session = requester.Session;
        _room.EndBatch(now);
        session.IsIgnoring = !session.IsIgnoring;
        _room.Outcome.Add(new Delivery.GroupMessages(session.Id, AreOff: session.IsIgnoring));
        _replies.Send(requester, new RoomEvent.IgnoringChanged(session.IsIgnoring, _room.Address, now.Local), now);
    }

    private void SetAway(Requester requester, string text, Timestamp now)
    {
        var session = requester.Session;
        if (text.EnumerateRunes().Count() > _room.Rules.MaxAway)
        {
            _replies.Refuse(requester, Refusal.AwayTooLong, now);
            return;
        }

        var before = session.Of.Away;
        session.Away = text;
        // Nothing to show while another session of the member is not away.
        if (session.Of.Sessions.Count == 1 || session.Of.Away != before)
            _room.Log.Add(new RoomEvent.AwayShown([new Absence(session.Member, session.Of.Away)]));
        _replies.Send(requester, new RoomEvent.AwayNoted(text, _room.Address, now.Local), now);
    }

    private void ListMembers(Requester requester, Timestamp now) =>
        _replies.Send(requester, new RoomEvent.MembersListed(_room.Members.List(), _room.Address, now.Local), now);

    private void Search(Session session, ClientMessage request, Timestamp now)
    {
        _room.EndBatch(now);
        _room.Outcome.Add(new Delivery.Search(session.Id, request, session.ReadableAfter));
    }
}
