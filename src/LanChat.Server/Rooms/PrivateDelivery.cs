using Akka.Actor;
using LanChat.Protocol;
using LanChat.Rooms;
using LanChat.Server.Broadcasts;
using LanChat.Server.Storage;

namespace LanChat.Server.Rooms;

/// <summary>Delivers private messages to other rooms, and reads those that are kept.</summary>
/// <param name="reader">Reads the messages that are kept.</param>
/// <param name="records">Persists changes.</param>
/// <param name="lifetime">How long messages are kept.</param>
/// <param name="clientsOf">The connections of an account.</param>
internal sealed class PrivateDelivery(
    PrivateReader reader,
    ServerRecords records,
    TimeSpan lifetime,
    Func<string, IEnumerable<ClientDirectory.Client>> clientsOf)
{
    private const int MaxMessages = 200;
    private static readonly TimeSpan PruneInterval = TimeSpan.FromHours(1);

    private DateTime _pruned;

    /// <summary>
    /// A private message is on the disk: delivers it to the devices of both accounts that are not
    /// in the room it was sent in, each in one room: the lobby, else the one it entered first.
    /// </summary>
    public void Deliver(StoredPrivateMessage message, string room, string lobby)
    {
        reader.Add(message);
        var told = new Batch([message.Event]);
        var clients = clientsOf(message.Sender).Union(clientsOf(message.Recipient));
        foreach (var device in clients.GroupBy(client => client.Key))
        {
            if (device.Any(client => client.Room == room)) continue;
            var shown = device.FirstOrDefault(client => client.Room == lobby) ?? device.First();
            foreach (var client in device.Where(client => client.Room == shown.Room)) client.Connection.Tell(told);
        }
    }

    /// <summary>Reads messages for a client.</summary>
    /// <param name="read">Which ones.</param>
    /// <param name="account">The client's account.</param>
    /// <param name="other">The other account; null: all.</param>
    /// <param name="client">Receives the page.</param>
    /// <param name="unreadable">The reply if they cannot be read.</param>
    public void Read(
        AccountRequest.ReadPrivate read, string account, string? other, IActorRef client, RoomEvent unreadable)
    {
        var limit = (int)Math.Clamp(read.Limit ?? MaxMessages, 1, MaxMessages);
        var query = new PrivateQuery(account, read.Since ?? 0, read.Before ?? long.MaxValue, limit + 1)
        {
            With = other,
            IsForward = read.Since is not null,
            Text = read.Text ?? "",
        };
        Batch Of(RoomEvent reply) => new([reply with { ReplyTo = read.RequestId }]);
        reader.ReadAsync(query).PipeTo(
            client,
            success: found => Of(PageOf(found, limit, query.IsForward)),
            failure: _ => Of(unreadable));
    }

    /// <inheritdoc cref="PrivateReader.Merge"/>
    public void Merge(ServerChange.AccountMerged merged) => reader.Merge(merged);

    /// <summary>Removes messages that are too old, once an hour.</summary>
    public void Prune(Timestamp now)
    {
        if (now.Utc - _pruned < PruneInterval) return;
        _pruned = now.Utc;
        var before = now.Utc - lifetime;
        reader.Prune(before);
        records.Persist([new ServerChange.PrivatePruned(before)]);
    }

    private static AccountEvent.PrivatePage PageOf(
        IReadOnlyList<StoredPrivateMessage> found, int limit, bool isForward)
    {
        var shown = isForward ? found.Take(limit) : found.TakeLast(limit);
        return new AccountEvent.PrivatePage([.. shown.Select(message => message.Event)], found.Count > limit);
    }
}
