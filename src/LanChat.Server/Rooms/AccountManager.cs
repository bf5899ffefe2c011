using Akka.Actor;
using LanChat.Protocol;
using LanChat.Rooms;
using LanChat.Server.Broadcasts;
using LanChat.Server.Storage;

namespace LanChat.Server.Rooms;

/// <summary>
/// The accounts of the server: which devices they have, how others are linked, and which of them
/// are connected.
/// </summary>
/// <param name="registry">The devices.</param>
/// <param name="records">Persists changes.</param>
/// <param name="privateLog">Is told which accounts are connected.</param>
/// <param name="reader">Reads the private messages that are kept.</param>
/// <param name="lifetime">How long private messages are kept.</param>
internal sealed class AccountManager(
    AccountRegistry registry,
    ServerRecords records,
    PrivateLog privateLog,
    PrivateReader reader,
    TimeSpan lifetime)
{
    private const int MaxMessages = 200;
    private static readonly TimeSpan PruneInterval = TimeSpan.FromHours(1);

    private readonly LinkCodes _codes = new();
    private readonly ClientDirectory _clients = new();
    private DateTime _pruned;

    /// <summary>The server's own address.</summary>
    public PeerAddress Address { get; set; } = new("0.0.0.0", 0);

    /// <summary>The account of a device key; null for none.</summary>
    public string? AccountOf(string? key) => key is null ? null : registry.AccountOf(key);

    /// <summary>
    /// A client with a device key comes: returns its request to join with its account, or null if
    /// it is refused, which it is told, or has to wait until its link is on the disk.
    /// </summary>
    public RoomProtocol.Join? Enter(
        RoomProtocol.Join join, string room, IActorRef connection, IActorRef manager, Timestamp now)
    {
        if (join.LinkCode is { } code)
        {
            Link(join with { LinkCode = null }, code, connection, manager, now);
            return null;
        }

        if (join.Device is not { } key) return join;
        _clients.Add(connection, join, room);
        privateLog.SetPresent(registry.AccountOf(key), isPresent: true);
        if (registry.Use(key, join.DeviceName, now) is { } used)
            records.Persist([new ServerChange.AccountChanged(used)]);
        return join with { Account = registry.AccountOf(key) };
    }

    /// <summary>A connection is closed.</summary>
    public void Remove(IActorRef connection)
    {
        if (_clients.Remove(connection) is not { } key) return;
        var account = registry.AccountOf(key);
        if (!ClientsOf(account).Any()) privateLog.SetPresent(account, isPresent: false);
    }

    /// <summary>
    /// A private message is on the disk: delivers it to the devices of both accounts that are not
    /// in the room it was sent in, each in one room: the lobby, else the one it entered first.
    /// </summary>
    public void Deliver(StoredPrivateMessage message, string room, string lobby)
    {
        reader.Add(message);
        var told = message.Event;
        var clients = ClientsOf(message.Sender).Union(ClientsOf(message.Recipient));
        var devices = clients.GroupBy(client => client.Key);
        foreach (var device in devices)
        {
            if (device.Any(client => client.Room == room)) continue;
            var shown = device.FirstOrDefault(client => client.Room == lobby) ?? device.First();
            foreach (var client in device.Where(client => client.Room == shown.Room))
                client.Connection.Tell(new Batch([told]));
        }
    }

    /// <summary>Removes private messages that are too old, once an hour.</summary>
    public void Prune(Timestamp now)
    {
        if (now.Utc - _pruned < PruneInterval) return;
        _pruned = now.Utc;
        var before = now.Utc - lifetime;
        reader.Prune(before);
        records.Persist([new ServerChange.PrivatePruned(before)]);
    }

    /// <summary>Handles a request of a client; returns false if it is none of these.</summary>
    public bool TryHandle(RoomManagerProtocol.Request request, IActorRef client, Timestamp now)
    {
        if (request.Message is not AccountRequest) return false;
        var id = request.Message.RequestId;
        if (request.Device is not { } key) Reply(client, Refused(Refusal.NoKey, now), id);
        else if (request.Message is AccountRequest.Unlink unlink) Unlink(unlink, key, client, now);
        else if (request.Message is AccountRequest.Link) Reply(client, MakeCode(registry.AccountOf(key), now), id);
        else if (request.Message is AccountRequest.ReadPrivate read)
            Read(read, registry.AccountOf(key), client, now);
        else Reply(client, Devices(key), id);
        return true;
    }

    /// <summary>
    /// Makes a code for the account that owns a nickname; for somebody who lost all devices.
    /// </summary>
    public RoomEvent MakeCodeFor(string nickname, Timestamp now) =>
        Nick.TryRecall(nickname, out var nick) && records.OwnerOf(nick, now) is { } account
            ? MakeCode(account, now)
            : Refused(Refusal.NobodyOfThatName, now);

    private RoomEvent MakeCode(string account, Timestamp now) => registry.HasRoom(account)
        ? new AccountEvent.LinkCodeGiven(_codes.Make(account, now), LinkCodes.Lifetime)
        : Refused(Refusal.TooManyDevices, now);

    private void Link(RoomProtocol.Join join, string code, IActorRef connection, IActorRef manager, Timestamp now)
    {
        Refusal? refusal = null;
        var account = join.Device is null ? null : _codes.AccountOf(code, join.Address.Ip, now, out refusal);
        if (account is null || join.Device is not { } key)
        {
            connection.Tell(new RoomProtocol.JoinRejected(refusal ?? Refusal.NoKey with { Closes = true }));
            return;
        }

        _codes.Remove(code);
        if (records.NickOf(account) is { } nick) join = join with { Nick = nick, NickRefusal = null };
        var before = registry.AccountOf(key);
        if (before == account)
        {
            manager.Tell(new RoomManagerProtocol.Linked(join, connection));
            return;
        }

        foreach (var client in _clients.Of(key).ToArray())
            client.Connection.Tell(new RoomProtocol.Disconnected(Refusal.AccountChanged));
        var isAlone = registry.DevicesOf(before).Count == 1;
        string NameOf(string other) => other == key ? join.DeviceName : _clients.NameOf(other);
        var changes = registry.Link(key, account, NameOf, now);
        if (isAlone) records.Merge(before, account);
        records.Persist(
            [.. changes.Select(change => new ServerChange.AccountChanged(change))],
            new RoomManagerProtocol.Linked(join, connection),
            manager);
        TellAll(account, linked: registry.DevicesOf(account)[^1].Number, unlinked: null);
    }

    private void Unlink(AccountRequest.Unlink request, string key, IActorRef client, Timestamp now)
    {
        var account = registry.AccountOf(key);
        var devices = registry.DevicesOf(account);
        if (devices.Count < 2 || devices.FirstOrDefault(one => one.Number == request.Number) is not { } device)
        {
            Reply(client, Refused(Refusal.NoSuchDevice, now), request.RequestId);
            return;
        }

        var closing = new RoomProtocol.Disconnected(Refusal.Unlinked);
        var done = new Batch([new RoomEvent.Done(Address, now.Local) { ReplyTo = request.RequestId }]);
        records.Persist(
            [new ServerChange.AccountChanged(registry.Unlink(device))], device.Key == key ? closing : done, client);
        foreach (var one in _clients.Of(device.Key).Where(one => !one.Connection.Equals(client)))
            one.Connection.Tell(closing);

        TellAll(account, linked: null, device.Name);
    }

    private void Read(AccountRequest.ReadPrivate read, string account, IActorRef client, Timestamp now)
    {
        var isNick = Nick.TryRecall(read.With ?? "", out var nick);
        var other = isNick ? records.OwnerOf(nick, now) : null;
        if (read.With is not null && other is null)
        {
            Reply(client, Refused(Refusal.NobodyOfThatName, now), read.RequestId);
            return;
        }

        var limit = (int)Math.Clamp(read.Limit ?? MaxMessages, 1, MaxMessages);
        var query = new PrivateQuery(account, read.Since ?? 0, read.Before ?? long.MaxValue, limit + 1)
        {
            With = other,
            Text = read.Text ?? "",
        };
        var refused = Refused(Refusal.HistoryUnreadable, now) with { ReplyTo = read.RequestId };
        reader.ReadAsync(query).PipeTo(
            client,
            success: found => new Batch([PageOf(found, limit, query.IsForward) with { ReplyTo = read.RequestId }]),
            failure: _ => new Batch([refused]));
    }

    private static AccountEvent.PrivatePage PageOf(
        IReadOnlyList<StoredPrivateMessage> found, int limit, bool isForward)
    {
        var shown = isForward ? found.Take(limit) : found.TakeLast(limit);
        return new AccountEvent.PrivatePage([.. shown.Select(message => message.Event)], found.Count > limit);
    }

    private IEnumerable<ClientDirectory.Client> ClientsOf(string account) =>
        registry.DevicesOf(account).SelectMany(device => _clients.Of(device.Key));

    private void TellAll(string account, int? linked, string? unlinked)
    {
        foreach (var key in registry.DevicesOf(account).Select(device => device.Key))
        {
            var told = Devices(key) with { Linked = linked, Unlinked = unlinked };
            foreach (var client in _clients.Of(key)) Reply(client.Connection, told, request: null);
        }
    }

    private AccountEvent.DevicesListed Devices(string key) => new(
        [.. registry.DevicesOf(registry.AccountOf(key)).Select(device => DeviceOf(device, key))]);

    private AccountDevice DeviceOf(LinkedDevice device, string asking) => new(
        device.Number, device.Name.Length > 0 ? device.Name : _clients.NameOf(device.Key))
    {
        Used = device.Used == default ? null : DateOnly.FromDateTime(device.Used),
        IsHere = _clients.Of(device.Key).Any(),
        IsThis = device.Key == asking,
    };

    private RoomEvent.Refused Refused(Refusal reason, Timestamp now) =>
        new(reason with { Closes = false }, Address, now.Local);

    private static void Reply(IActorRef to, RoomEvent reply, long? request) =>
        to.Tell(new Batch([reply with { ReplyTo = request }]));
}
