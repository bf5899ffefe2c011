using LanChat.Protocol;

namespace LanChat.Rooms;

/// <summary>
/// Changes messages for those who sent them. A change is a message of the log itself.
/// </summary>
internal sealed class MessageChanges(RoomState room, MessageReads reads, Replies replies)
{
    /// <summary>
    /// Handles a request; reads its message from the history if it is not in memory.
    /// </summary>
    public void Handle(Requester requester, ClientMessage.MessageRequest request, Timestamp now)
    {
        var id = request.MessageId == 0 ? requester.Session.Sent.Last : request.MessageId;
        if (replies.TryAcknowledgeRetry(requester, request.Ref, now)) return;
        if (reads.Find(requester, request, request.Ref, id, now) is { } target)
            Change(requester, request, target, now);
    }

    /// <summary>Changes a message, if it may be changed.</summary>
    public void Change(
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
