using LanChat.Protocol;

namespace LanChat.Rooms;

/// <summary>Handles private messages.</summary>
internal sealed class PrivateMessages(RoomState room, Replies replies)
{
    /// <summary>Delivers a message, or keeps it for an owner who is not in the room.</summary>
    public void Send(Requester requester, ClientMessage.Tell tell, Timestamp now)
    {
        room.EndBatch(now); // a pending leave takes effect first: the member is no recipient any more
        if (room.Deduplication.Find(tell.Ref) is { } known) replies.Send(requester, known, now);
        else if (tell.Text.Length == 0) replies.Refuse(requester, Refusal.Incomplete, now);
        else if (room.Members.Find(tell.To) is not { } to) EnqueueOffline(requester, tell, now);
        else if (room.Authority.Tell(requester.Session, to.Account) is { } refusal) replies.Refuse(requester, refusal, now);
        else Deliver(requester, to, Private(requester.Session, tell.Text, now), tell.Ref);
    }

    /// <summary>
    /// Delivers a private message to all sessions of both members; only once if they are the same.
    /// The sending session's copy has the request id, so that its client knows its own message.
    /// </summary>
    public void Deliver(
        Requester requester, MemberSessions to, ChatMessage message, string? reference = null)
    {
        var (sender, acknowledgement) = (requester.Session, replies.Acknowledge(requester, reference, 0));
        var delivered = new RoomEvent.PrivateMessage(message, to.Member);
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
        var acknowledgement = replies.Acknowledge(requester, tell.Ref, 0);
        room.Outcome.Reply(requester.Session, acknowledgement is null ? [stored] : [stored, acknowledgement]);
    }

    private static ChatMessage Private(Session sender, string text, Timestamp now) =>
        new(0, MessageKind.Private, sender.Member.Nickname, sender.Address, text, now.Local);
}
