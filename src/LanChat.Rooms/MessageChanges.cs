using LanChat.Protocol;

namespace LanChat.Rooms;

/// <summary>
/// Changes messages for those who sent them. A change is a message of the log itself.
/// </summary>
internal sealed class MessageChanges(RoomState room, Replies replies)
{
    private sealed record Reading(Session Session, ClientMessage.MessageRequest Request, long Id);

    private readonly Dictionary<long, Reading> _reading = [];
    private long _lastRead;

    /// <summary>Handles a request; reads its message from the history if it is not in memory.</summary>
    public void Handle(Requester requester, ClientMessage.MessageRequest request, Timestamp now)
    {
        var id = request.MessageId == 0 ? requester.Session.Sent.Last : request.MessageId;
        if (room.Deduplication.Find(request.Ref) is { } known) replies.Send(requester, known, now);
        else if (room.Log.Find(id) is { } target) Change(requester, request, target, now);
        else if (!room.Rules.IsDurable || id <= 0 || id > room.Log.LastId)
            replies.Refuse(requester, Refusal.NoSuchMessage, now);
        else Read(requester.Session, request, id, now);
    }

    /// <summary>Handles what was read from the history for a request.</summary>
    /// <param name="number">The number of the request.</param>
    /// <param name="read">The message, or why it cannot be read.</param>
    /// <param name="now">The current time.</param>
    public void HandleRead(long number, RoomEvent read, Timestamp now)
    {
        if (!_reading.Remove(number, out var asked) || !room.Sessions.ContainsKey(asked.Session.Id)) return;
        var requester = new Requester(asked.Session, asked.Request.RequestId);
        var target = (read as RoomEvent.HistoryPage)?.Messages.FirstOrDefault(message => message.Id == asked.Id);
        // Meanwhile the same request may have come again.
        if (room.Deduplication.Find(asked.Request.Ref) is { } known) replies.Send(requester, known, now);
        else if (target is not null) Change(requester, asked.Request, target, now);
        else if (read is RoomEvent.Refused { Reason: var reason }) replies.Refuse(requester, reason, now);
        else replies.Refuse(requester, Refusal.NoSuchMessage, now);
    }

    private void Read(Session session, ClientMessage.MessageRequest request, long id, Timestamp now)
    {
        room.EndBatch(now);
        _reading.Add(++_lastRead, new Reading(session, request, id));
        room.Outcome.Add(new Delivery.ReadMessage(_lastRead, id));
    }

    private void Change(
        Requester requester, ClientMessage.MessageRequest request, ChatMessage target, Timestamp now)
    {
        var session = requester.Session;
        var text = request switch
        {
            ClientMessage.Edit edit => edit.Text,
            ClientMessage.Correct correct => correct.In(target.Text),
            _ => "",
        };
        var isRecall = request is ClientMessage.Recall;
        if ((RefusalOf(session, target, now) ?? (isRecall ? null : RefusalOf(session, target, text))) is { } refusal)
        {
            replies.Refuse(requester, refusal, now);
            return;
        }

        var kind = isRecall ? MessageKind.Recalled : MessageKind.Edited;
        var by = session.Sender;
        room.Log.Append(new ChatMessage(0, kind, by.Nickname, by.Address, text, now.Local)
        {
            Ref = request.Ref,
            Target = target.Id,
            Account = session.Account,
        });
        if (replies.Acknowledge(requester, request.Ref, room.Log.LastId) is { } acknowledgement)
            room.Batch.Acknowledge(session, acknowledgement);
        if (isRecall && target.File is { } file) room.Batch.Recall(file);
    }

    /// <summary>Why the message may not be changed; null if it may.</summary>
    private Refusal? RefusalOf(Session session, ChatMessage target, Timestamp now)
    {
        if (!target.IsTalk || target.IsGone || target.Id <= session.ReadableAfter) return Refusal.NoSuchMessage;
        if (!IsBy(session, target)) return Refusal.NotYours;
        var time = Permissions.EditTime(room.Authority.StandingOf(session), room.Authority.Settings);
        var age = now.Local.ToUniversalTime() - target.Time.ToUniversalTime();
        return time == TimeSpan.Zero || age > time ? Refusal.TooLate : null;
    }

    /// <summary>Why the message may not have this text; null if it may.</summary>
    private Refusal? RefusalOf(Session session, ChatMessage target, string text) =>
        target.File is not null ? Refusal.NoSuchMessage
        : text.Length == 0 ? Refusal.Incomplete
        : session.IsIgnoring ? Refusal.Ignoring
        : room.Authority.May(session, RoomAction.Speak) ? null : Refusal.NotAllowed;

    private static bool IsBy(Session session, ChatMessage target) =>
        session.Account is { } account ? target.Account == account : session.Sent.Contains(target.Id);
}
