using Akka.Actor;
using LanChat.Protocol;
using LanChat.Rooms;
using LanChat.Server.Storage;

namespace LanChat.Server.Rooms;

/// <summary>
/// The accounts of the server: lets their clients in, and handles their requests.
/// </summary>
internal sealed class AccountManager
{
    private readonly Dictionary<string, string> _merged = [];
    private readonly AccountDevices _devices;
    private readonly ServerRecords _records;
    private readonly ServerReplies _replies;
    private readonly PrivateLog _privateLog;
    private readonly AccountReads _reads;

    /// <param name="setup">What the room manager starts from.</param>
    /// <param name="records">Persists changes, and knows nicknames.</param>
    /// <param name="replies">Makes the replies.</param>
    public AccountManager(RoomManagerSetup setup, ServerRecords records, ServerReplies replies)
    {
        (_devices, _records, _replies) = (new AccountDevices(setup.Devices, records, replies), records, replies);
        _privateLog = setup.Private;
        _reads = new AccountReads(setup.ReadPositions, records, setup.Private, _devices.ClientsOf);
        Private = new PrivateDelivery(
            new PrivateReader(setup.Store), records, setup.Settings.Names.WordsKept, _devices.ClientsOf);
    }

    /// <summary>The private messages of the accounts.</summary>
    public PrivateDelivery Private { get; }

    /// <summary>The account of a device key; null for none.</summary>
    public string? AccountOf(string? key) => key is null ? null : _devices.AccountOf(key);

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
        _devices.Clients.Add(connection, join, room);
        _devices.Use(key, join.DeviceName, now);
        var account = _devices.AccountOf(key);
        _merged.Remove(account); // it is an account of its own again
        UpdatePresence(account);
        return join with { Account = account };
    }

    /// <summary>A connection is closed.</summary>
    public void Remove(IActorRef connection)
    {
        if (_devices.Clients.Remove(connection) is not { } key) return;
        UpdatePresence(_devices.AccountOf(key));
    }

    /// <summary>
    /// What a room persists, with the accounts of now: private messages may have been on their way
    /// when one of theirs became part of another.
    /// </summary>
    public RoomManagerProtocol.Persist Current(RoomManagerProtocol.Persist request) =>
        _merged.Count == 0 || request.PrivateMessages.Count == 0 ? request : request with
        {
            PrivateMessages = [.. request.PrivateMessages.Select(Current)],
        };

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
            ? _devices.MakeCode(account, now)
            : _replies.Refused(Refusal.NobodyOfThatName, now);

    private void Handle(AccountRequest request, string key, IActorRef client, Timestamp now)
    {
        var account = _devices.AccountOf(key);
        void Reply(RoomEvent reply) => ServerReplies.Send(client, reply, request.RequestId);
        switch (request)
        {
            case AccountRequest.Link: Reply(_devices.MakeCode(account, now)); break;
            case AccountRequest.ListDevices: Reply(_devices.List(key)); break;
            case AccountRequest.Unlink unlink: Unlink(unlink, account, client, now); break;
            case AccountRequest.ReadPrivate read:
                if (TryFind(read.With, read, client, now, out var other))
                    Private.Read(read, account, other, client, _replies.Refused(Refusal.HistoryUnreadable, now));
                break;
            case AccountRequest.ListRead: Reply(_reads.Of(account)); break;
            case AccountRequest.ShareRead share:
                _reads.Share(account, share.IsOn);
                Reply(_replies.Done(now));
                break;
            case AccountRequest.KeepRead keep:
                _reads.Keep(account, keep.IsOn);
                Reply(_replies.Done(now));
                break;
            case AccountRequest.ListReaders readers:
                if (_devices.Clients.Find(client) is { } asking)
                    Reply(_reads.ReadersOf(readers.Id, account, asking.Room));
                break;
            case AccountRequest.Read read: MoveRead(read, account, client, now); break;
            case AccountRequest.Describe:
                var (nicks, roles) = (_records.NicksOf(account), _records.RolesOf(account));
                Reply(new AccountEvent.Described(nicks, roles, _devices.List(key).Devices, _reads.Of(account)));
                break;
            case AccountRequest.Delete delete: Delete(delete, account, client, now); break;
        }
    }

    private void MoveRead(AccountRequest.Read read, string account, IActorRef client, Timestamp now)
    {
        if (!TryFind(read.With, read, client, now, out var other)) return;
        if (_devices.Clients.Find(client) is { } known) _reads.Move(read, account, known, other);
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

    private void Link(RoomProtocol.Join join, string code, IActorRef connection, IActorRef manager, Timestamp now)
    {
        Refusal? refusal = null;
        var account = join.Device is null ? null : _devices.UseCode(code, join.Address.Ip, now, out refusal);
        if (account is null || join.Device is not { } key)
        {
            connection.Tell(new RoomProtocol.JoinRejected(refusal ?? Refusal.NoKey with { Closes = true }));
            return;
        }

        if (_records.NickOf(account) is { } nick) join = join with { Nick = nick, NickRefusal = null };
        var before = _devices.AccountOf(key);
        if (before == account)
        {
            manager.Tell(new RoomManagerProtocol.Linked(join, connection));
            return;
        }

        var (changes, wasAlone) = _devices.Link(key, join.DeviceName, account, now);
        _records.Persist(
            wasAlone ? _records.Merge(before, account) : AccountMove.None,
            [.. changes, .. wasAlone ? Merge(before, account) : []],
            new RoomManagerProtocol.Linked(join, connection),
            manager);
        _devices.TellLinked(account);
    }

    /// <summary>
    /// An account has no device any more: its private messages and read positions are another
    /// one's. Returns what is to be persisted.
    /// </summary>
    private IEnumerable<ServerChange> Merge(string from, string into)
    {
        _merged[from] = into;
        return [MergePrivate(from, into), .. _reads.Merge(from, into)];
    }

    private ServerChange.AccountMerged MergePrivate(string from, string into)
    {
        var merged = new ServerChange.AccountMerged(from, into, _privateLog.Merge(from, into));
        Private.Merge(merged);
        return merged;
    }

    private StoredPrivateMessage Current(StoredPrivateMessage sent)
    {
        var sender = _merged.GetValueOrDefault(sent.Sender, sent.Sender);
        var recipient = _merged.GetValueOrDefault(sent.Recipient, sent.Recipient);
        return (sender, recipient) == (sent.Sender, sent.Recipient)
            ? sent
            : _privateLog.Append(sent.Serial, sender, recipient, sent.To, sent.Message);
    }

    private void Unlink(AccountRequest.Unlink request, string account, IActorRef client, Timestamp now)
    {
        if (_devices.TryUnlink(request, account, client, now)) UpdatePresence(account);
    }

    /// <summary>
    /// Deletes an account. The others keep what they have of its private messages, until that is
    /// too old.
    /// </summary>
    private void Delete(AccountRequest.Delete request, string account, IActorRef client, Timestamp now)
    {
        if (AccountNamed(request.Nickname, now) != account)
        {
            ServerReplies.Send(client, _replies.Refused(Refusal.NobodyOfThatName, now), request.RequestId);
            return;
        }

        _reads.Forget(account);
        var changes = _devices.Delete(account, out var clients).Append(MergePrivate(account, AccountRegistry.NewId()));
        var closing = new RoomProtocol.Disconnected(Refusal.AccountDeleted);
        _records.Persist(_records.Forget(account), changes, closing, client);
        foreach (var other in clients.Where(other => !other.Connection.Equals(client))) other.Connection.Tell(closing);
    }

    private void UpdatePresence(string account) =>
        _privateLog.SetPresent(account, _devices.ClientsOf(account).Any());
}
