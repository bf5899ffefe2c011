using Akka.Actor;
using LanChat.Protocol;
using LanChat.Rooms;
using LanChat.Server.Storage;

namespace LanChat.Server.Rooms;

/// <summary>
/// The accounts of the server: which devices they have, how others are linked, and which of them
/// are connected.
/// </summary>
internal sealed class AccountManager
{
    private readonly LinkCodes _codes = new();
    private readonly ClientDirectory _clients = new();
    private readonly AccountRegistry _registry;
    private readonly ServerRecords _records;
    private readonly ServerReplies _replies;
    private readonly PrivateLog _privateLog;
    private readonly AccountReads _reads;

    /// <param name="setup">What the room manager starts from.</param>
    /// <param name="records">Persists changes, and knows nicknames.</param>
    /// <param name="replies">Makes the replies.</param>
    public AccountManager(RoomManagerSetup setup, ServerRecords records, ServerReplies replies)
    {
        (_registry, _records, _replies) = (new AccountRegistry(setup.Devices), records, replies);
        _privateLog = setup.Private;
        _reads = new AccountReads(setup.ReadPositions, records, setup.Private, ClientsOf);
        Private = new PrivateDelivery(
            new PrivateReader(setup.Store), records, setup.Settings.Names.WordsKept, ClientsOf);
    }

    /// <summary>The private messages of the accounts.</summary>
    public PrivateDelivery Private { get; }

    /// <summary>The account of a device key; null for none.</summary>
    public string? AccountOf(string? key) => key is null ? null : _registry.AccountOf(key);

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
        UpdatePresence(_registry.AccountOf(key));
        if (_registry.Use(key, join.DeviceName, now) is { } used)
            _records.Persist([new ServerChange.AccountChanged(used)]);
        return join with { Account = _registry.AccountOf(key) };
    }

    /// <summary>A connection is closed.</summary>
    public void Remove(IActorRef connection)
    {
        if (_clients.Remove(connection) is not { } key) return;
        UpdatePresence(_registry.AccountOf(key));
    }

    /// <summary>Handles a request of a client; returns false if it is none of these.</summary>
    public bool TryHandle(RoomManagerProtocol.Request request, IActorRef client, Timestamp now)
    {
        if (request.Message is not AccountRequest asked) return false;
        if (request.Device is { } key) Handle(asked, key, client, now);
        else ServerReplies.Send(client, _replies.Refused(Refusal.NoKey, now), asked.RequestId);
        return true;
    }

    /// <summary>
    /// Makes a code for the account that owns a nickname; for somebody who lost all devices.
    /// </summary>
    public RoomEvent MakeCodeFor(string nickname, Timestamp now) =>
        AccountNamed(nickname, now) is { } account
            ? MakeCode(account, now)
            : _replies.Refused(Refusal.NobodyOfThatName, now);

    private void Handle(AccountRequest request, string key, IActorRef client, Timestamp now)
    {
        var account = _registry.AccountOf(key);
        switch (request)
        {
            case AccountRequest.Link: ServerReplies.Send(client, MakeCode(account, now), request.RequestId); break;
            case AccountRequest.ListDevices: ServerReplies.Send(client, Devices(key), request.RequestId); break;
            case AccountRequest.Unlink unlink: Unlink(unlink, key, client, now); break;
            case AccountRequest.ReadPrivate read:
                if (TryFind(read.With, read, client, now, out var other))
                    Private.Read(read, account, other, client, _replies.Refused(Refusal.HistoryUnreadable, now));
                break;
            case AccountRequest.ListRead: ServerReplies.Send(client, _reads.Of(account), request.RequestId); break;
            case AccountRequest.ShareRead share:
                _reads.Share(account, share.IsOn);
                ServerReplies.Send(client, _replies.Done(now), request.RequestId);
                break;
            case AccountRequest.Read read: MoveRead(read, account, client, now); break;
        }
    }

    private void MoveRead(AccountRequest.Read read, string account, IActorRef client, Timestamp now)
    {
        if (!TryFind(read.With, read, client, now, out var other)) return;
        if (_clients.Find(client) is { } known) _reads.Move(read, account, known, other);
        if (read.RequestId is not null) ServerReplies.Send(client, _replies.Done(now), read.RequestId);
    }

    /// <summary>
    /// Finds the account that a request names, null for none; returns false if nobody has that
    /// nickname, which the client is told.
    /// </summary>
    private bool TryFind(
        string? nickname, AccountRequest request, IActorRef client, Timestamp now, out string? account)
    {
        account = nickname is null ? null : AccountNamed(nickname, now);
        if (nickname is null || account is not null) return true;
        ServerReplies.Send(client, _replies.Refused(Refusal.NobodyOfThatName, now), request.RequestId);
        return false;
    }

    private string? AccountNamed(string nickname, Timestamp now) =>
        Nick.TryRecall(nickname, out var nick) ? _records.OwnerOf(nick, now) : null;

    private RoomEvent MakeCode(string account, Timestamp now) => _registry.MayLinkAnother(account)
        ? new AccountEvent.LinkCodeGiven(_codes.Make(account, now), LinkCodes.Lifetime)
        : _replies.Refused(Refusal.TooManyDevices, now);

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
        if (_records.NickOf(account) is { } nick) join = join with { Nick = nick, NickRefusal = null };
        var before = _registry.AccountOf(key);
        if (before == account)
        {
            manager.Tell(new RoomManagerProtocol.Linked(join, connection));
            return;
        }

        foreach (var client in _clients.Of(key))
            client.Connection.Tell(new RoomProtocol.Disconnected(Refusal.AccountChanged));
        var isAlone = _registry.DevicesOf(before).Count == 1;
        string NameOf(string other) => other == key ? join.DeviceName : _clients.NameOf(other);
        var changes = _registry.Link(key, account, NameOf, now);
        if (isAlone) _records.Merge(before, account);
        _records.Persist(
            [.. changes.Select(change => new ServerChange.AccountChanged(change))],
            new RoomManagerProtocol.Linked(join, connection),
            manager);
        TellAll(account, linked: _registry.DevicesOf(account)[^1].Number, unlinked: null);
    }

    private void Unlink(AccountRequest.Unlink request, string key, IActorRef client, Timestamp now)
    {
        var account = _registry.AccountOf(key);
        var devices = _registry.DevicesOf(account);
        if (devices.Count < 2 || devices.FirstOrDefault(one => one.Number == request.Number) is not { } device)
        {
            ServerReplies.Send(client, _replies.Refused(Refusal.NoSuchDevice, now), request.RequestId);
            return;
        }

        var closing = new RoomProtocol.Disconnected(Refusal.Unlinked);
        var done = ServerReplies.BatchOf(_replies.Done(now), request.RequestId);
        _records.Persist(
            [new ServerChange.AccountChanged(_registry.Unlink(device))], device.Key == key ? closing : done, client);
        foreach (var one in _clients.Of(device.Key).Where(one => !one.Connection.Equals(client)))
            one.Connection.Tell(closing);
        UpdatePresence(account);
        TellAll(account, linked: null, device.Name);
    }

    private IEnumerable<ClientDirectory.Client> ClientsOf(string account) =>
        _registry.DevicesOf(account).SelectMany(device => _clients.Of(device.Key));

    private void UpdatePresence(string account) => _privateLog.SetPresent(account, ClientsOf(account).Any());

    private void TellAll(string account, int? linked, string? unlinked)
    {
        foreach (var key in _registry.DevicesOf(account).Select(device => device.Key))
        {
            var told = Devices(key) with { Linked = linked, Unlinked = unlinked };
            foreach (var client in _clients.Of(key)) ServerReplies.Send(client.Connection, told, request: null);
        }
    }

    private AccountEvent.DevicesListed Devices(string key) => new(
        [.. _registry.DevicesOf(_registry.AccountOf(key)).Select(device => DeviceOf(device, key))]);

    private AccountDevice DeviceOf(LinkedDevice device, string asking) => new(
        device.Number, device.Name.Length > 0 ? device.Name : _clients.NameOf(device.Key))
    {
        Used = device.Used == default ? null : DateOnly.FromDateTime(device.Used),
        IsHere = _clients.Of(device.Key).Count > 0,
        IsThis = device.Key == asking,
    };
}
