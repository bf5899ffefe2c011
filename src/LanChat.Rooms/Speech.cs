using LanChat.Protocol;

namespace LanChat.Rooms;

/// <summary>Messages and actions for everyone; they may reply to an earlier message.</summary>
internal sealed class Speech(RoomState room, MessageReads reads, Replies replies)
{
    /// <summary>Handles a request; reads what it replies to if that is not in memory.</summary>
    public void Handle(Requester requester, ClientMessage request, Timestamp now)
    {
        var said = Said.Of(request);
        if (replies.TryAcknowledgeRetry(requester, said.Ref, now)) return;
        if (said.Re is not { } id) Say(requester, request, null, now);
        else if (reads.Find(requester, request, said.Ref, id, now) is { } original)
            Say(requester, request, original, now);
    }

    /// <param name="requester">Who asks.</param>
    /// <param name="request">
    /// A <see cref="ClientMessage.Say"/> or <see cref="ClientMessage.Act"/>.
    /// </param>
    /// <param name="original">What it replies to; null: nothing.</param>
    /// <param name="now">The current time.</param>
    public void Say(Requester requester, ClientMessage request, ChatMessage? original, Timestamp now)
    {
        var (said, sender) = (Said.Of(request), requester.Session);
        var isUnknown = original is not null && !(original.IsTalk && original.Id > sender.ReadableAfter);
        var refusal = said.Text.Length == 0 ? Refusal.Incomplete
            : isUnknown ? Refusal.NoSuchMessage
            : RefusalOf(sender, now);
        if (refusal is not null)
        {
            replies.Refuse(requester, refusal, now);
            return;
        }

        var (nickname, address) = (sender.Member.Nickname, sender.Address);
        room.Log.Append(new ChatMessage(0, said.Kind, nickname, address, said.Text, now.Local)
        {
            Ref = said.Ref,
            Re = original?.Id,
            Quote = original is null ? null : Quote.Of(original),
            Account = sender.Account,
        });
        sender.Sent.Add(room.Log.LastId);
        if (replies.Acknowledge(requester, said.Ref, room.Log.LastId) is { } acknowledgement)
            room.Batch.Acknowledge(sender, acknowledgement);
    }

    /// <summary>
    /// Why a session may not send to everyone; null if it may, which counts for the pause between
    /// messages.
    /// </summary>
    public Refusal? RefusalOf(Session sender, Timestamp now) => sender.IsIgnoring
        ? Refusal.Ignoring
        : room.Authority.Speak(sender.Account, sender.Address.Ip, now);

    private readonly record struct Said(MessageKind Kind, string Text, string? Ref, long? Re)
    {
        public static Said Of(ClientMessage request) => request switch
        {
            ClientMessage.Say say => new Said(MessageKind.Said, say.Text, say.Ref, say.Re),
            ClientMessage.Act act => new Said(MessageKind.Acted, act.Text, act.Ref, act.Re),
            _ => throw new ArgumentOutOfRangeException(nameof(request), request, message: null),
        };
    }
}
