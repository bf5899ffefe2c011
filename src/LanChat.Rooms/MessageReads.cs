using LanChat.Protocol;

namespace LanChat.Rooms;

/// <summary>
/// Finds the messages that requests are about. Those that are not in memory are read from the
/// history, and their requests wait.
/// </summary>
internal sealed class MessageReads(RoomState room, Replies replies)
{
    /// <param name="Session">Who asked.</param>
    /// <param name="Request">The request.</param>
    /// <param name="Ref">Its client message id.</param>
    /// <param name="Id">The message it is about.</param>
    public sealed record Waiting(Session Session, ClientMessage Request, string? Ref, long Id);

    private readonly Dictionary<long, Waiting> _waiting = [];
    private long _last;

    /// <summary>
    /// Returns a message that is in memory. Otherwise null: the request waits for it to be read
    /// (<see cref="Take"/>), or was refused.
    /// </summary>
    public ChatMessage? Find(Requester requester, ClientMessage request, string? reference, long id, Timestamp now)
    {
        if (room.Log.Find(id) is { } found) return found;
        if (room.Rules.IsDurable && id > 0 && id <= room.Log.LastId)
        {
            room.EndBatch(now);
            _waiting.Add(++_last, new Waiting(requester.Session, request, reference, id));
            room.Outcome.Add(new Delivery.ReadMessage(_last, id));
        }
        else
        {
            replies.Refuse(requester, Refusal.NoSuchMessage, now);
        }

        return null;
    }

    /// <summary>
    /// Removes the request for which something was read; null if its session is not there any more.
    /// </summary>
    public Waiting? Take(long number) =>
        _waiting.Remove(number, out var waiting) && room.Sessions.ContainsKey(waiting.Session.Id) ? waiting : null;
}
