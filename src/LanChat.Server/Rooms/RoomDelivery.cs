using System.Diagnostics;
using Akka.Actor;
using Akka.Event;
using LanChat.Protocol;
using LanChat.Rooms;
using LanChat.Server.Broadcasts;
using LanChat.Server.Metrics;
using LanChat.Server.Search;
using LanChat.Server.Storage;

namespace LanChat.Server.Rooms;

/// <summary>Tells connections and others what a room decided.</summary>
internal sealed class RoomDelivery(
    Room room, Recipients recipients, RoomPacing pacing, IActorRef history, ILoggingAdapter log)
{
    private readonly Dictionary<long, IActorRef> _uploaders = [];
    private readonly List<IActorRef> _counters = [];
    private long _lastUpload;

    /// <summary>An upload, with a number by which its uploader is answered.</summary>
    public Upload Expect(RoomProtocol.ShareUploaded shared, IActorRef uploader)
    {
        _uploaders.Add(++_lastUpload, uploader);
        SessionId? by = recipients.Contains(shared.By) ? recipients.IdOf(shared.By) : null;
        return new Upload(_lastUpload, shared.File, by, shared.From, shared.To);
    }

    /// <summary>Somebody wants to know how many are in the room, now and when it changes.</summary>
    public void Count(IActorRef counter)
    {
        _counters.Add(counter);
        counter.Tell(new RoomProtocol.MembersCounted(room.Count));
    }

    /// <summary>
    /// Tells everyone how the member list changed, and counters how many there are.
    /// </summary>
    public void ListMembers()
    {
        var changes = room.TakeMemberChanges();
        recipients.Tell(changes.Sessions, changes.Events);
        foreach (var counter in _counters) counter.Tell(new RoomProtocol.MembersCounted(room.Count));
    }

    /// <summary>A session is over; returns its connection, if there was one.</summary>
    public IActorRef? Forget(SessionId session)
    {
        if (recipients.Remove(session) is not { } recipient) return null;
        log.Debug("left: {0}, {1} in the room", recipient.Member?.Nickname, room.Count);
        return recipient.Connection;
    }

    /// <summary>Tells all of it, in order.</summary>
    /// <param name="deliveries">What is told.</param>
    /// <param name="read">What was read of the history for those who join.</param>
    public void Deliver(IReadOnlyList<Delivery> deliveries, IReadOnlyList<ChatMessage> read)
    {
        (Entrance? Of, Turn Turn) shown = (null, new Turn([]));
        foreach (var delivery in deliveries)
        {
            switch (delivery)
            {
                case Delivery.Broadcast broadcast: Broadcast(broadcast.Events); break;
                case Delivery.Reply reply: recipients.Tell(reply.Sessions, reply.Events); break;
                case Delivery.Joined joined:
                    // Most who join together are shown the same, which is then encoded once.
                    if (shown.Of != joined.Entrance)
                        shown = (joined.Entrance, new Turn(joined.Entrance.EventsWith(read)));
                    Welcome(joined, shown.Turn);
                    break;
                case Delivery.Left left: Forget(left.Session)?.Tell(RoomProtocol.Left.Instance); break;
                case Delivery.Disconnected gone: Disconnect(gone); break;
                case Delivery.GroupMessages group: recipients.SetIgnoring(group.Session, group.AreOff); break;
                case Delivery.Lookup lookup: LookUp(lookup); break;
                case Delivery.UploadShared file: Confirm(file); break;
                case Delivery.UploadRefused refused: Answer(refused.Upload, refused.Reason); break;
                default: throw new UnreachableException($"{delivery}");
            }
        }
    }

    private void Broadcast(IReadOnlyList<RoomEvent> events)
    {
        var turn = new Turn(events) { Receipts = pacing.Broadcast(recipients.Acknowledging) };
        var begun = Stopwatch.GetTimestamp();
        recipients.Broadcast(turn);
        ServerMeter.Lines.Add(events.Count);
        ServerMeter.Deliveries.Add((long)events.Count * recipients.Joined);
        ServerMeter.TurnSize.Record(events.Count);
        ServerMeter.TurnTime.Record(Stopwatch.GetElapsedTime(begun).TotalSeconds);
    }

    private void Welcome(Delivery.Joined joined, Turn entrance)
    {
        pacing.Joined();
        recipients.Join(joined, new RoomProtocol.Joined(joined.You, entrance, joined.IsOwner) { Log = room.Log });
        log.Debug("joined: {0} from {1}, {2} in the room", joined.You.Nickname, joined.You.Address, room.Count);
    }

    private void Disconnect(Delivery.Disconnected gone) =>
        Forget(gone.Session)?.Tell(new RoomProtocol.Dismissed(gone.Reason));

    private void LookUp(Delivery.Lookup lookup)
    {
        if (recipients.ConnectionOf(lookup.Session) is not { } asker) return;
        if (!history.IsNobody()) history.Tell(new LookupProtocol.Ask(lookup.Question, asker, []));
        else asker.Tell(new LookupProtocol.Answer(Answers.To(lookup.Question, new MessagesReader(room.InMemory))));
    }

    private void Confirm(Delivery.UploadShared file) =>
        Answer(file.Upload, new RoomProtocol.UploadShared(file.Address));

    private void Answer(long upload, object answer)
    {
        if (_uploaders.Remove(upload, out var uploader)) uploader.Tell(answer);
    }
}
