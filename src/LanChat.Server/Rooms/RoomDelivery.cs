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

/// <summary>Delivers the outcome of a room to connections and other actors.</summary>
internal sealed class RoomDelivery(
    Room room, Recipients recipients, RoomPacing pacing, RoomSetup setup, IActorRef self, ILoggingAdapter log)
{
    private readonly Dictionary<long, IActorRef> _uploaders = [];
    private readonly List<IActorRef> _countSubscribers = [];
    private long _lastUpload;

    /// <summary>Registers the uploader under a number, for the reply.</summary>
    public Upload Register(RoomProtocol.ShareUpload shared, IActorRef uploader)
    {
        _uploaders.Add(++_lastUpload, uploader);
        SessionId? by = recipients.Contains(shared.By) ? recipients.IdOf(shared.By) : null;
        return new Upload(_lastUpload, shared.File, by, shared.From, shared.To);
    }

    /// <summary>Sends the number of members, now and after every change.</summary>
    public void Subscribe(IActorRef subscriber)
    {
        _countSubscribers.Add(subscriber);
        subscriber.Tell(new RoomProtocol.MembersCounted(room.Count));
    }

    /// <summary>
    /// Sends the changes of the member list to members, and the number of members to subscribers.
    /// </summary>
    public void ListMembers()
    {
        var changes = room.DequeueMemberChanges();
        recipients.Reply(changes.Sessions, changes.Events);
        foreach (var subscriber in _countSubscribers) subscriber.Tell(new RoomProtocol.MembersCounted(room.Count));
    }

    /// <summary>Removes a session; returns its connection, or null.</summary>
    public IActorRef? Remove(SessionId session)
    {
        if (recipients.Remove(session) is not { } recipient) return null;
        log.Debug("left: {0}, {1} in the room", recipient.Member?.Nickname, room.Count);
        return recipient.Connection;
    }

    /// <summary>Sends deliveries in order.</summary>
    /// <param name="deliveries">The deliveries.</param>
    /// <param name="read">The messages read from the history for returning clients.</param>
    public void Deliver(IReadOnlyList<Delivery> deliveries, IReadOnlyList<ChatMessage> read)
    {
        (Entrance? Of, Batch Batch) shown = (null, new Batch([]));
        foreach (var delivery in deliveries)
        {
            switch (delivery)
            {
                case Delivery.Broadcast broadcast: Publish(broadcast.Events); break;
                case Delivery.Reply reply: recipients.Reply(reply.Sessions, reply.Events); break;
                case Delivery.Joined joined:
                    // Newcomers of one batch mostly share the entrance object: encode it once.
                    if (shown.Of != joined.Entrance)
                        shown = (joined.Entrance, new Batch(joined.Entrance.EventsWith(read)));
                    Join(joined, shown.Batch);
                    break;
                case Delivery.JoinRejected rejected:
                    Remove(rejected.Session)?.Tell(RoomProtocol.Rejected(rejected.Reason));
                    break;
                case Delivery.Left left: Remove(left.Session)?.Tell(RoomProtocol.Left.Instance); break;
                case Delivery.Disconnected gone: Disconnect(gone); break;
                case Delivery.GroupMessages group: recipients.SetIgnoring(group.Session, group.AreOff); break;
                case Delivery.Search search: Search(search); break;
                case Delivery.ReadMessage message: Read(message); break;
                case Delivery.FileRecalled recalled: setup.RemoveFile(recalled.File.Link ?? ""); break;
                case Delivery.UploadShared file: Reply(file); break;
                case Delivery.UploadRefused refused: Reply(refused.Upload, refused.Reason); break;
                default: throw new UnreachableException($"{delivery}");
            }
        }
    }

    private void Publish(IReadOnlyList<RoomEvent> events)
    {
        var batch = new Batch(events) { Receipts = pacing.Broadcast(recipients.Acknowledging) };
        var start = Stopwatch.GetTimestamp();
        recipients.Publish(batch);
        ServerMeter.Lines.Add(events.Count);
        ServerMeter.Deliveries.Add((long)events.Count * recipients.Joined);
        ServerMeter.BatchSize.Record(events.Count);
        ServerMeter.BroadcastTime.Record(Stopwatch.GetElapsedTime(start).TotalSeconds);
    }

    private void Join(Delivery.Joined joined, Batch entrance)
    {
        pacing.Joined();
        recipients.Join(joined, new RoomProtocol.Joined(joined.You, entrance, joined.IsOwner)
        {
            Log = room.Log,
            Room = room.Record.Name.Text,
            HasAccount = joined.HasAccount,
            IsBeside = joined.IsBeside,
        });
        log.Debug("joined: {0} from {1}, {2} in the room", joined.You.Nickname, joined.You.Address, room.Count);
    }

    private void Disconnect(Delivery.Disconnected gone) =>
        Remove(gone.Session)?.Tell(new RoomProtocol.Disconnected(gone.Reason));

    private void Search(Delivery.Search search)
    {
        if (recipients.ConnectionOf(search.Session) is not { } requester) return;
        if (setup.History.IsNobody()) requester.Tell(new SearchProtocol.Reply(SearchInMemory(search)));
        else setup.History.Tell(new SearchProtocol.Run(search.Request, requester, [], search.After));
    }

    /// <summary>
    /// Reads a message; the room receives it as a <see cref="SearchProtocol.Reply"/>.
    /// </summary>
    private void Read(Delivery.ReadMessage message)
    {
        var request = new ClientMessage.ReadHistory(0, null, null, Around: message.Id, Limit: 1)
        {
            RequestId = message.Number,
        };
        setup.History.Tell(new SearchProtocol.Run(request, self, []));
    }

    private RoomEvent SearchInMemory(Delivery.Search search)
    {
        using var reader = new BoundedReader(new InMemoryReader(room.InMemory), search.After);
        return HistoryQueries.Run(search.Request, reader);
    }

    private void Reply(Delivery.UploadShared file) =>
        Reply(file.Upload, new RoomProtocol.UploadShared(file.Addresses));

    private void Reply(long upload, object reply)
    {
        if (_uploaders.Remove(upload, out var uploader)) uploader.Tell(reply);
    }
}
