using LanChat.Protocol;

namespace LanChat.Rooms;

/// <summary>
/// Requests that wait for a message to be read from the history, as it is not in memory.
/// </summary>
internal sealed class MessageReads(RoomState room)
{
    /// <param name="Session">Who asked.</param>
    /// <param name="Request">The request.</param>
    /// <param name="Id">The message it is about.</param>
    public sealed record Waiting(Session Session, ClientMessage Request, long Id);

    private readonly Dictionary<long, Waiting> _waiting = [];
    private long _last;

    /// <summary>Whether a message may be in the history, though not in memory.</summary>
    public bool MayExist(long id) => room.Rules.IsDurable && id > 0 && id <= room.Log.LastId;

    /// <summary>Has a message read; <see cref="Take"/> goes on.</summary>
    public void Read(Session session, ClientMessage request, long id, Timestamp now)
    {
        room.EndBatch(now);
        _waiting.Add(++_last, new Waiting(session, request, id));
        room.Outcome.Add(new Delivery.ReadMessage(_last, id));
    }

    /// <summary>
    /// Removes the request for which something was read; null if its session is not there any more.
    /// </summary>
    public Waiting? Take(long number) =>
        _waiting.Remove(number, out var waiting) && room.Sessions.ContainsKey(waiting.Session.Id) ? waiting : null;
}
