using System.Diagnostics.CodeAnalysis;
using Akka.Actor;
using LanChat.Protocol;
using LanChat.Protocol.Dialects;
using LanChat.Server.Broadcasts;
using LanChat.Server.Rooms;

namespace LanChat.Server.Connections;

/// <summary>
/// A client's place in a room: how it asked to enter, and, once it has joined, as whom and where.
/// </summary>
internal sealed class Membership(ConnectionSetup setup, ConnectionProtocol.Accepted client)
{
    private readonly PeerAddress _remote = PeerAddress.Of(client.Remote);
    private readonly PeerAddress _local = PeerAddress.Of(client.Local);
    private readonly CountedDevice _device = new(setup.Addresses, client.Remote.Address);
    private EnterRequest? _entry;
    private EnterRequest? _next;
    private EnterRequest? _before;
    private string? _key;
    private IActorRef _room = ActorRefs.Nobody;
    private IActorRef _former = ActorRefs.Nobody;
    private (Member You, string Room)? _place;
    private FileOffer? _files;

    /// <summary>The member; null before the client has joined.</summary>
    public Member? You => _place?.You;

    /// <summary>Whether the client is in a room, or has asked to join one.</summary>
    public bool HasAsked => _entry is not null;

    private DateTime Now => setup.Clock.GetLocalNow().DateTime;

    /// <summary>Whether the client waits to be out of the room it has left.</summary>
    public bool IsLeaving => !_former.IsNobody();

    /// <summary>Asks to join; returns false if the nickname is invalid.</summary>
    /// <param name="entry">The greeting.</param>
    /// <param name="key">The device key the client proved.</param>
    /// <param name="refusal">Why the nickname is invalid.</param>
    public bool TryJoin(EnterRequest entry, string? key, [NotNullWhen(false)] out Refusal? refusal)
    {
        if (!TryAsk(entry, key, out refusal)) return false;
        (_entry, _key) = (entry, key);
        _device.Set(key);
        return true;
    }

    /// <summary>The connection is closed.</summary>
    public void End()
    {
        Release();
        _device.End();
    }

    /// <summary>
    /// Asks to enter another room; the client stays in its room until it is let in there. Returns
    /// the answer if it is known already.
    /// </summary>
    public RoomEvent? Switch(ClientMessage.SwitchRoom request)
    {
        if (_place is { Room: var here } && Nick.AreSame(request.Room, here))
            return new RoomEvent.RoomSwitched(here, _local, Now);
        var next = _entry! with
        {
            Room = request.Room,
            Password = request.Password,
            Code = null,
            LinkCode = null,
            Since = null,
        };
        if (!TryAsk(next, _key, out var refusal))
            return new RoomEvent.Refused(refusal with { Closes = false }, _local, Now);
        _next = next;
        return null;
    }

    /// <summary>
    /// The client waits until a moderator has decided, and has left the room it was in.
    /// </summary>
    public void Wait()
    {
        if (_next is null) return;
        (_before, _entry, _next) = (_entry, _next, null);
        LeaveFormer();
    }

    /// <summary>
    /// A room refuses the client: returns the refusal for it. Who is in another room stays there,
    /// and who has waited instead goes back.
    /// </summary>
    /// <param name="reason">The room's reason.</param>
    /// <param name="isBack">Whether it asks to join the room it was in.</param>
    public Refusal Reject(Refusal reason, out bool isBack)
    {
        var isMoving = _next is not null;
        var refusal = JoinRequests.RefusalFor(_next ?? _entry!, reason);
        _next = null;
        isBack = !isMoving && TryGoBack();
        return isMoving || isBack ? refusal with { Closes = false } : refusal;
    }

    /// <summary>The client has joined: returns what it is sent first.</summary>
    /// <param name="joined">The room's answer.</param>
    /// <param name="room">The room.</param>
    /// <param name="connection">The connection, which may upload if its dialect can.</param>
    /// <param name="encoder">The encoder of its dialect.</param>
    public IEnumerable<IReadOnlyList<byte[]>> Enter(
        RoomProtocol.Joined joined, IActorRef room, IActorRef connection, IEncoder encoder)
    {
        var hasMoved = _next is not null || _before is not null;
        if (_next is not null) LeaveFormer();
        (_entry, _next, _before) = (_next ?? _entry, null, null);
        (_room, _place) = (room, (joined.You, joined.Room));
        Release();
        if (encoder.Capabilities.HasFlag(Capabilities.Uploads)) _files = setup.UploadTokens?.Issue(connection, room);
        var nickname = joined.You.Nickname;
        // Who stands beside another session, or was linked to an account, has its nickname.
        var isOwn = joined.IsBeside || _entry!.LinkCode is not null || Nick.AreSame(_entry.Nickname, nickname);
        var taken = isOwn ? null : _entry!.Nickname;
        yield return encoder.Encode([JoinRequests.Welcome(joined, setup.Settings, setup.Clock, _files, taken)]);
        yield return joined.Entrance.EncodeFor(encoder).Frames;
        if (taken is not null)
            yield return encoder.Encode([new RoomEvent.NameTaken(taken, nickname, _local, Now)]);
        if (hasMoved) yield return encoder.Encode([new RoomEvent.RoomSwitched(joined.Room, _local, Now)]);
    }

    /// <summary>Sends a request to the room, or to the room manager.</summary>
    public void Ask(object request)
    {
        if (request is ClientMessage.ServerRequest wanted)
            setup.Rooms.Tell(new RoomManagerProtocol.Request(wanted, _key, _remote));
        else
            _room.Tell(request);
    }

    public void Leave() => _room.Tell(RoomProtocol.Leave.Instance);

    /// <summary>
    /// Handles a message of the room that the client has left; returns false if it is of another.
    /// </summary>
    /// <param name="message">The message.</param>
    /// <param name="sender">Its sender.</param>
    /// <param name="mail">Private messages that came too late for that room.</param>
    public bool TryDrop(object message, IActorRef sender, out IEnumerable<RoomEvent> mail)
    {
        mail = [];
        if (!IsLeaving || !sender.Equals(_former)) return false;
        if (message is Batch batch)
        {
            batch.Receipts?.Add();
            mail = batch.Events.OfType<RoomEvent.PrivateMessage>();
        }

        if (message is RoomProtocol.Left) _former = ActorRefs.Nobody;
        return true;
    }

    /// <summary>Revokes the upload token.</summary>
    private void Release()
    {
        if (_files is not null) setup.UploadTokens!.Revoke(_files.Token);
        _files = null;
    }

    private bool TryAsk(EnterRequest entry, string? key, [NotNullWhen(false)] out Refusal? refusal)
    {
        if (!JoinRequests.TryCreate(entry, key, _remote, setup.Settings.Limits, out var join, out refusal))
        {
            refusal = JoinRequests.RefusalFor(entry, refusal);
            return false;
        }

        setup.Rooms.Tell(join with { Room = join.Room ?? client.Room });
        return true;
    }

    private bool TryGoBack()
    {
        var before = _before;
        (_entry, _before) = (null, null);
        return before is not null && !IsLeaving && TryJoin(before, _key, out _);
    }

    private void LeaveFormer()
    {
        _former = _room;
        Leave();
    }
}
