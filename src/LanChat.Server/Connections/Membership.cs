using System.Diagnostics.CodeAnalysis;
using Akka.Actor;
using LanChat.Protocol;
using LanChat.Protocol.Dialects;
using LanChat.Server.Rooms;

namespace LanChat.Server.Connections;

/// <summary>
/// A client's place in a room: how it asked to enter, and, once it has joined, as whom and where.
/// </summary>
internal sealed class Membership(ConnectionSetup setup, ConnectionProtocol.Accepted client)
{
    private readonly PeerAddress _remote = PeerAddress.Of(client.Remote);
    private readonly PeerAddress _local = PeerAddress.Of(client.Local);
    private ClientMessage.Enter? _entry;
    private ClientMessage.Enter? _before;
    private ClientMessage.Enter? _next;
    private string? _key;
    private IActorRef _room = ActorRefs.Nobody;
    private FileOffer? _files;

    /// <summary>The member; null before the client has joined.</summary>
    public Member? You { get; private set; }

    /// <summary>Whether the client is in a room, or has asked to join one.</summary>
    public bool HasAsked => _entry is not null;

    private DateTime Now => setup.Clock.GetLocalNow().DateTime;

    /// <summary>Asks to join; returns false if the nickname is invalid.</summary>
    /// <param name="entry">The greeting.</param>
    /// <param name="key">The device key the client proved.</param>
    /// <param name="refusal">Why the nickname is invalid.</param>
    public bool TryJoin(ClientMessage.Enter entry, string? key, [NotNullWhen(false)] out Refusal? refusal)
    {
        if (!JoinRequests.TryCreate(entry, key, _remote, setup.Settings.Limits, out var join, out refusal))
        {
            refusal = JoinRequests.RefusalFor(entry, refusal);
            return false;
        }

        (_entry, _key) = (entry, key);
        setup.Rooms.Tell(join with { Room = join.Room ?? client.Room });
        return true;
    }

    /// <summary>
    /// The room refuses the client: returns the refusal for it. Who wanted to move from another
    /// room goes back there.
    /// </summary>
    public Refusal Reject(Refusal reason, out bool isBack)
    {
        var refusal = JoinRequests.RefusalFor(_entry!, reason);
        var before = _before;
        (_entry, _before) = (null, null);
        isBack = before is not null && TryJoin(before, _key, out _);
        return isBack ? refusal with { Closes = false } : refusal;
    }

    /// <summary>The client has joined: returns what it is sent first.</summary>
    /// <param name="joined">The room's answer.</param>
    /// <param name="room">The room.</param>
    /// <param name="connection">The connection, which may upload if its dialect can.</param>
    /// <param name="encoder">The encoder of its dialect.</param>
    public IEnumerable<IReadOnlyList<byte[]>> Enter(
        RoomProtocol.Joined joined, IActorRef room, IActorRef connection, IEncoder encoder)
    {
        (_room, You) = (room, joined.You);
        var hasMoved = _before is not null;
        _before = null;
        Release();
        if (encoder.Capabilities.HasFlag(Capabilities.Uploads)) _files = setup.UploadTokens?.Issue(connection, room);
        var taken = Nick.AreSame(_entry!.Nickname, You.Nickname) ? null : _entry.Nickname;
        yield return encoder.Encode([JoinRequests.Welcome(joined, setup.Settings, setup.Clock, _files, taken)]);
        yield return joined.Entrance.EncodeFor(encoder).Frames;
        if (taken is not null)
            yield return encoder.Encode([new RoomEvent.NameTaken(taken, You.Nickname, _local, Now)]);
        if (hasMoved) yield return encoder.Encode([new RoomEvent.RoomSwitched(joined.Room, _local, Now)]);
    }

    /// <summary>Sends a request to the room, or to the room manager.</summary>
    public void Ask(object request)
    {
        if (request is ClientMessage.ListRooms or ClientMessage.OpenRoom or ClientMessage.ClaimServer)
            setup.Rooms.Tell(new RoomManagerProtocol.Request((ClientMessage)request, _key, _remote));
        else
            _room.Tell(request);
    }

    /// <summary>Leaves the room for another one.</summary>
    public void Switch(ClientMessage.SwitchRoom request)
    {
        _next = _entry! with { Room = request.Room, Password = request.Password, Code = null, Since = null };
        Leave();
    }

    /// <summary>
    /// The client has left: asks to join the room it moves to; returns false if it moves to none.
    /// </summary>
    public bool TryMove()
    {
        (_before, _entry) = (_entry, null);
        var next = _next;
        _next = null;
        return next is not null && TryJoin(next, _key, out _);
    }

    public void Leave() => _room.Tell(RoomProtocol.Leave.Instance);

    /// <summary>Revokes the upload token.</summary>
    public void Release()
    {
        if (_files is not null) setup.UploadTokens!.Revoke(_files.Token);
        _files = null;
    }
}
