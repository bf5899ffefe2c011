using Akka.Actor;
using LanChat.Protocol;
using LanChat.Rooms;
using LanChat.Server.Storage;

namespace LanChat.Server.Rooms;

/// <summary>
/// The devices of accounts: which of them are connected, and the codes by which others are linked.
/// </summary>
/// <param name="kept">The devices that are kept.</param>
/// <param name="records">Persists changes.</param>
/// <param name="replies">Makes the replies.</param>
internal sealed class AccountDevices(
    IEnumerable<LinkedDevice> kept, ServerRecords records, ServerReplies replies)
{
    private readonly AccountRegistry _registry = new(kept);
    private readonly LinkCodes _codes = new();

    /// <summary>The connections.</summary>
    public ClientDirectory Clients { get; } = new();

    /// <inheritdoc cref="AccountRegistry.AccountOf"/>
    public string AccountOf(string key) => _registry.AccountOf(key);

    /// <summary>The connections of an account.</summary>
    public IEnumerable<ClientDirectory.Client> ClientsOf(string account) =>
        _registry.DevicesOf(account).SelectMany(device => Clients.Of(device.Key));

    /// <summary>A client of a device has come.</summary>
    public void Use(string key, string name, Timestamp now)
    {
        if (_registry.Use(key, name, now) is { } used) records.Persist([new ServerChange.AccountChanged(used)]);
    }

    /// <summary>Makes a code that links another device to an account.</summary>
    public RoomEvent MakeCode(string account, Timestamp now) => _registry.MayLinkAnother(account)
        ? new AccountEvent.LinkCodeGiven(_codes.Make(account, now), LinkCodes.Lifetime)
        : replies.Refused(Refusal.TooManyDevices, now);

    /// <summary>Uses a code; returns its account, or null and the refusal.</summary>
    public string? UseCode(string code, string ip, Timestamp now, out Refusal? refusal)
    {
        var account = _codes.AccountOf(code, ip, now, out refusal);
        if (account is not null) _codes.Remove(code);
        return account;
    }

    /// <summary>
    /// Links a device to another account. Returns the changes to persist, and whether its former
    /// account has no device any more.
    /// </summary>
    public (IEnumerable<ServerChange> Changes, bool WasAlone) Link(
        string key, string deviceName, string account, Timestamp now)
    {
        foreach (var client in Clients.Of(key))
            client.Connection.Tell(new RoomProtocol.Disconnected(Refusal.AccountChanged));
        var before = _registry.AccountOf(key);
        var wasAlone = _registry.DevicesOf(before).Count == 1;
        if (wasAlone) _codes.RemoveOf(before);
        string NameOf(string other) => other == key ? deviceName : Clients.NameOf(other);
        return (Persisted(_registry.Link(key, account, NameOf, now)), wasAlone);
    }

    /// <summary>Tells all devices of an account that the newest one was linked.</summary>
    public void TellLinked(string account) =>
        TellAll(account, linked: _registry.DevicesOf(account)[^1].Number, unlinked: null);

    /// <summary>
    /// Takes a device off an account, which is not its last one; returns false if there is no such
    /// device.
    /// </summary>
    public bool TryUnlink(AccountRequest.Unlink request, string account, IActorRef client, Timestamp now)
    {
        var devices = _registry.DevicesOf(account);
        if (devices.Count < 2 || devices.FirstOrDefault(one => one.Number == request.Number) is not { } device)
        {
            ServerReplies.Send(client, replies.Refused(Refusal.NoSuchDevice, now), request.RequestId);
            return false;
        }

        var closing = new RoomProtocol.Disconnected(Refusal.Unlinked);
        var done = ServerReplies.BatchOf(replies.Done(now), request.RequestId);
        var isOwn = Clients.Find(client)?.Key == device.Key;
        records.Persist(
            [new ServerChange.AccountChanged(_registry.Unlink(device))], isOwn ? closing : done, client);
        foreach (var one in Clients.Of(device.Key).Where(one => !one.Connection.Equals(client)))
            one.Connection.Tell(closing);
        TellAll(account, linked: null, device.Name);
        return true;
    }

    /// <summary>
    /// Removes an account: its devices are accounts of their own again. Returns the changes to
    /// persist.
    /// </summary>
    /// <param name="account">The account.</param>
    /// <param name="clients">Its connections.</param>
    public IEnumerable<ServerChange> Delete(string account, out IReadOnlyList<ClientDirectory.Client> clients)
    {
        _codes.RemoveOf(account);
        clients = [.. ClientsOf(account)];
        return Persisted(_registry.Delete(account));
    }

    /// <summary>The devices of the account that a device belongs to.</summary>
    public AccountEvent.DevicesListed List(string key) => new(
        [.. _registry.DevicesOf(_registry.AccountOf(key)).Select(device => DeviceOf(device, key))]);

    private static IEnumerable<ServerChange> Persisted(IEnumerable<AccountChange> changes) =>
        changes.Select(change => new ServerChange.AccountChanged(change));

    private void TellAll(string account, int? linked, string? unlinked)
    {
        foreach (var key in _registry.DevicesOf(account).Select(device => device.Key))
        {
            var told = List(key) with { Linked = linked, Unlinked = unlinked };
            foreach (var client in Clients.Of(key)) ServerReplies.Send(client.Connection, told, request: null);
        }
    }

    private AccountDevice DeviceOf(LinkedDevice device, string asking) => new(
        device.Number, device.Name.Length > 0 ? device.Name : Clients.NameOf(device.Key))
    {
        Used = device.Used == default ? null : DateOnly.FromDateTime(device.Used),
        IsHere = Clients.Of(device.Key).Count > 0,
        IsThis = device.Key == asking,
    };
}
