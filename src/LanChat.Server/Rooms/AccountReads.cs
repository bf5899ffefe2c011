using Akka.Actor;
using LanChat.Protocol;
using LanChat.Rooms;
using LanChat.Server.Broadcasts;
using LanChat.Server.Storage;

namespace LanChat.Server.Rooms;

/// <summary>
/// How far accounts have read: shared between the devices of one, and, for private messages, told
/// to the other, unless one of them does not want that.
/// </summary>
/// <param name="positions">The positions.</param>
/// <param name="records">Persists changes, and knows nicknames.</param>
/// <param name="privateLog">Knows the last serial.</param>
/// <param name="clientsOf">The connections of an account.</param>
internal sealed class AccountReads(
    ReadPositions positions,
    ServerRecords records,
    PrivateLog privateLog,
    Func<string, IEnumerable<ClientDirectory.Client>> clientsOf)
{
    /// <summary>A client has shown messages to its user.</summary>
    /// <param name="read">Up to where.</param>
    /// <param name="account">The account.</param>
    /// <param name="client">The client.</param>
    /// <param name="other">The other account; null: the room.</param>
    public void Move(AccountRequest.Read read, string account, ClientDirectory.Client client, string? other)
    {
        var place = other is null ? ReadPosition.OfRoom(client.Room) : ReadPosition.OfAccount(other);
        // Messages to come are not read yet.
        var to = new ReadPosition(account, place, other is null ? read.Id : Math.Min(read.Id, privateLog.LastSerial));
        if (!positions.TryMove(to)) return;
        records.Persist([new ServerChange.PositionMoved(to)]);
        Tell(clientsOf(account).Where(one => one != client), PlaceOf(to, read.With));
        if (other is not null && other != account && positions.Shares(account) && positions.Shares(other))
            Tell(clientsOf(other), new ReadPlace(null, records.NickOf(account)?.Text, 0, to.Id));
    }

    /// <summary>How far an account has read, and others in private messages to it.</summary>
    public AccountEvent.ReadShown Of(string account) => new(
        [.. positions.Of(account).Select(position => PlaceOf(position, NickOf(position.Other)) with
        {
            Seen = position.Other is { } other
                ? positions.SeenBy(other, ReadPosition.OfAccount(account), account)
                : 0,
        }).Where(place => place.Room is not null || place.With is not null)])
    {
        IsShared = positions.Shares(account),
        IsKept = positions.Keeps(account),
    };

    /// <summary>Who else has read a message in a room.</summary>
    public AccountEvent.ReadersListed ReadersOf(long id, string account, string room)
    {
        var readers = positions.Readers(ReadPosition.OfRoom(room), account).ToArray();
        var by = readers.Where(reader => reader.Id >= id).Select(reader => NickOf(reader.Account)).OfType<string>();
        return new AccountEvent.ReadersListed(id, [.. by.Order(StringComparer.Ordinal)], readers.Length);
    }

    /// <summary>Sets whether positions of an account are kept.</summary>
    public void Keep(string account, bool isOn)
    {
        positions.SetKeeps(account, isOn);
        records.Persist([new ServerChange.KeepingChanged(account, isOn)]);
    }

    /// <summary>
    /// An account becomes part of another one; returns the positions to be persisted.
    /// </summary>
    public IEnumerable<ServerChange> Merge(string from, string into) =>
        positions.Merge(from, into).Select(moved => new ServerChange.PositionMoved(moved));

    /// <summary>An account was deleted.</summary>
    public void Forget(string account) => positions.Forget(account);

    /// <summary>Sets whether others are told what an account has read.</summary>
    public void Share(string account, bool isOn)
    {
        positions.SetShares(account, isOn);
        records.Persist([new ServerChange.SharingChanged(account, isOn)]);
    }

    private static ReadPlace PlaceOf(ReadPosition position, string? with) => new(position.Room, with, position.Id);

    private string? NickOf(string? account) => account is null ? null : records.NickOf(account)?.Text;

    private static void Tell(IEnumerable<ClientDirectory.Client> clients, ReadPlace place)
    {
        if (place is { Room: null, With: null }) return;
        var told = new Batch([new AccountEvent.ReadShown([place])]);
        foreach (var client in clients) client.Connection.Tell(told);
    }
}
