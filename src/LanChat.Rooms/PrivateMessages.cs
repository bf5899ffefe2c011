using LanChat.Protocol;

namespace LanChat.Rooms;

/// <summary>
/// Handles private messages. Those between accounts belong to the server: they are kept for both,
/// and reach every device of both. Guests' reach only those who are in the room.
/// </summary>
internal sealed class PrivateMessages(RoomState room, Replies replies)
{
    /// <summary>Delivers a message, or keeps it for an owner who is not in the room.</summary>
    public void Send(Requester requester, ClientMessage.Tell tell, Timestamp now)
    {
        room.EndBatch(now); // a pending leave takes effect first: the member is no recipient any more
        if ((room.Deduplication.Find(tell.Ref) ?? room.Private.Find(tell.Ref)) is { } known)
            replies.Send(requester, known, now);
        else if (tell.Text.Length == 0)
            replies.Refuse(requester, Refusal.Incomplete, now);
        else if (Find(tell.To, now) is not { } to)
            SendElsewhere(requester, tell, now);
        else if (room.Authority.Tell(requester.Session, to.Account) is { } refusal)
            replies.Refuse(requester, refusal, now);
        else
            Deliver(requester, to, Private(requester.Session, tell, now), now);
    }

    /// <summary>
    /// Delivers a private message to all sessions of both members; only once if they are the same.
    /// The sending session's copy has the request id, so that its client knows its own message.
    /// </summary>
    public void Deliver(Requester requester, MemberSessions to, ChatMessage message, Timestamp now)
    {
        var sender = requester.Session;
        var delivered = Store(sender, to.Account, to.Nick.Text, message, room.Private.NextSerial(now))?.Event
            ?? new RoomEvent.PrivateMessage(message, to.Member);
        var acknowledgement = replies.Acknowledge(requester, message.Ref, 0);
        var own = delivered with { ReplyTo = requester.RequestId };
        room.Outcome.Reply(sender, acknowledgement is null ? [own] : [own, acknowledgement]);
        foreach (var other in sender.Of.Sessions.Union(to.Sessions).Where(other => other != sender))
            room.Outcome.Reply(other, delivered);
    }

    /// <summary>
    /// Removes offline messages that an owner's client has shown; schedules the next ones.
    /// </summary>
    public void RemoveDelivered(Session session, long number)
    {
        if (session.IsOwner && room.Registry.RemoveMail(session.Nick, number))
            room.Batch.DeliverMail(session);
    }

    /// <summary>A member by the nickname they have here, or by another one that they own.</summary>
    private MemberSessions? Find(string nickname, Timestamp now) => room.Members.Find(nickname)
        ?? (Nick.TryRecall(nickname, out var nick) && room.Registry.OwnerOf(nick, now) is { } owner
            ? room.Members.WithAccount(owner)
            : null);

    /// <summary>
    /// Sends a message to an owner who is not in the room: to the rooms they are in, or it waits as
    /// an offline message.
    /// </summary>
    private void SendElsewhere(Requester requester, ClientMessage.Tell tell, Timestamp now)
    {
        var owner = Nick.TryRecall(tell.To, out var to) ? room.Registry.OwnerOf(to, now) : null;
        if ((owner is null ? Refusal.NobodyOfThatName : room.Authority.Tell(requester.Session, owner)) is { } refused)
        {
            replies.Refuse(requester, refused, now);
            return;
        }

        var (sender, message) = (requester.Session, Private(requester.Session, tell, now));
        var serial = room.Private.NextSerial(now);
        var isElsewhere = sender.Account is not null && room.Private.IsPresent(owner!);
        if (!isElsewhere && room.Registry.EnqueueMail(to, message, serial, now) is { } refusal)
        {
            replies.Refuse(requester, refusal, now);
            return;
        }

        List<RoomEvent> reply = [];
        var stored = Store(sender, owner, to.Text, message, serial);
        // Older clients do not expect their own copy of a message that waits.
        if (stored is not null && (isElsewhere || sender.ClientId is not null))
        {
            reply.Add(stored.Event with { ReplyTo = requester.RequestId });
            foreach (var other in sender.Of.Sessions.Where(other => other != sender))
                room.Outcome.Reply(other, stored.Event);
        }

        if (!isElsewhere) reply.Add(new RoomEvent.StoredForLater(to.Text, room.Address, now.Local));
        if (replies.Acknowledge(requester, tell.Ref, 0) is { } acknowledgement) reply.Add(acknowledgement);
        room.Outcome.Reply(sender, [.. reply]);
    }

    /// <summary>Keeps a message between two accounts; null if one of them is a guest.</summary>
    private StoredPrivateMessage? Store(
        Session sender, string? recipient, string to, ChatMessage message, long serial)
    {
        if (sender.Account is not { } account || recipient is null) return null;
        var stored = room.Private.Append(serial, account, recipient, to, message);
        room.Outcome.Persist(stored);
        return stored;
    }

    private static ChatMessage Private(Session sender, ClientMessage.Tell tell, Timestamp now) =>
        new(0, MessageKind.Private, sender.Member.Nickname, sender.Address, tell.Text, now.Local) { Ref = tell.Ref };
}
