using Akka.Actor;
using LanChat.Protocol;
using LanChat.Rooms;
using LanChat.Server.Storage;

namespace LanChat.Server.Rooms;

/// <summary>
/// Handles requests about the server's rooms: of clients, and of the server's console, which may do
/// everything.
/// </summary>
/// <param name="rooms">The rooms.</param>
/// <param name="list">Who is told of changes of the list.</param>
/// <param name="records">Persists changes.</param>
/// <param name="replies">Makes the replies.</param>
internal sealed class ServerRequests(RoomTable rooms, RoomList list, ServerRecords records, ServerReplies replies)
{
    private readonly OwnerCode _ownerCode = new();

    /// <summary>Handles a request of a client.</summary>
    public void Handle(RoomManagerProtocol.Request request, IActorRef client, Timestamp now)
    {
        var id = request.Message.RequestId;
        switch (request.Message)
        {
            case ClientMessage.ListRooms asked:
                if (asked.Follows) list.AddClient(client);
                ServerReplies.Send(client, Listed(rooms.Listed, now), id);
                break;
            case ClientMessage.OpenRoom open: Open(open, request.Account, client, isConsole: false, now); break;
            case ClientMessage.ClaimServer claim: Claim(claim, request.Account, request.From.Ip, client, now); break;
            default: ServerReplies.Send(client, replies.Refused(Refusal.UnknownRequest, now), id); break;
        }
    }

    /// <summary>
    /// Handles a command of the console; returns false if it is for a room.
    /// </summary>
    public bool TryHandle(ClientMessage command, IActorRef console, Timestamp now)
    {
        switch (command)
        {
            case ClientMessage.ListRooms:
                ServerReplies.Send(
                    console, Listed([.. rooms.All.Select(room => room.Summary)], now), request: null);
                return true;
            case ClientMessage.OpenRoom open:
                Open(open, opener: null, console, isConsole: true, now);
                return true;
            default: return false;
        }
    }

    /// <summary>
    /// Makes a one-time code for an owner; null if only the first owner needs one.
    /// </summary>
    public string? MakeOwnerCode(bool isFirst, Timestamp now) =>
        isFirst && rooms.ServerOwners.Count > 0 ? null : _ownerCode.Renew(now);

    /// <summary>Publishes the list of rooms, if it has changed.</summary>
    public void Publish(Timestamp now) => list.Publish(rooms.Listed, listed => Listed(listed, now));

    private void Open(ClientMessage.OpenRoom request, string? opener, IActorRef to, bool isConsole, Timestamp now)
    {
        if (rooms.TryOpen(request, opener, isConsole, now, out var opened) is { } refusal)
        {
            ServerReplies.Send(to, replies.Refused(refusal, now), request.RequestId);
            return;
        }

        var done = ServerReplies.BatchOf(replies.Done(now), request.RequestId);
        records.Persist([new ServerChange.RoomOpened(opened!.Record)], done, to);
    }

    private void Claim(ClientMessage.ClaimServer claim, string? account, string ip, IActorRef client, Timestamp now)
    {
        var refusal = account is null ? Refusal.NoKey : _ownerCode.Use(claim.Code, ip, now);
        if (refusal is not null)
        {
            ServerReplies.Send(client, replies.Refused(refusal, now), claim.RequestId);
            return;
        }

        // The lobby persists its own change later; the client is told when it is on the disk.
        var owner = new RoomChange.RoleGiven(account!, Role.Owner);
        rooms.Lobby.Actor.Tell(new RoomProtocol.GiveRole(owner.Account, owner.Role));
        records.Persist(
            [new ServerChange.RoomChanged(rooms.Lobby.Key, owner)],
            ServerReplies.BatchOf(replies.Done(now), claim.RequestId),
            client);
    }

    private RoomEvent.RoomsListed Listed(IReadOnlyList<RoomSummary> shown, Timestamp now) =>
        new(shown, replies.Address, now.Local);
}
