using LanChat.Protocol;

namespace LanChat.Rooms;

/// <summary>The sender of a request, and the request id to reply with.</summary>
internal readonly record struct Requester(Session Session, long? RequestId);

/// <summary>Replies to requests. A reply follows all messages before it.</summary>
internal sealed class Replies(RoomState room)
{
    public void Send(Requester requester, RoomEvent answer, Timestamp now)
    {
        room.EndBatch(now);
        room.Outcome.Reply(requester.Session, answer with { ReplyTo = requester.RequestId });
    }

    /// <summary>The request was done, and has no other reply.</summary>
    public void Done(Requester requester, Timestamp now) =>
        Send(requester, new RoomEvent.Done(room.Address, now.Local), now);

    /// <summary>Refuses a request without disconnecting its sender.</summary>
    public void Refuse(Requester requester, Refusal reason, Timestamp now) =>
        Send(requester, new RoomEvent.Refused(reason with { Closes = false }, room.Address, now.Local), now);

    /// <summary>Acknowledges a retry; returns false if the ref is not known.</summary>
    public bool TryAcknowledgeRetry(Requester requester, string? reference, Timestamp now)
    {
        if (room.Deduplication.Find(reference) is not { } known) return false;
        Send(requester, known, now);
        return true;
    }

    /// <summary>
    /// Records the ref; returns the acknowledgement if the request has a ref or a request id.
    /// </summary>
    public RoomEvent.Acknowledged? Acknowledge(Requester requester, string? reference, long id)
    {
        var known = room.Deduplication.Add(reference, id);
        if (requester.RequestId is not { } request) return known;
        return (known ?? new RoomEvent.Acknowledged(null, id)) with { ReplyTo = request };
    }
}
