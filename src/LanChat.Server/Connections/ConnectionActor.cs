using Akka.Actor;
using Akka.Event;
using Akka.IO;
using LanChat.Protocol;
using LanChat.Server.Broadcasts;
using LanChat.Server.Rooms;
using LanChat.Server.Search;

namespace LanChat.Server.Connections;

/// <summary>
/// Owns the session of one client, from the greeting to the disconnect. Its states handle the
/// client's requests and other actors' messages alike; <see cref="ClientConnection"/> does the I/O.
/// </summary>
internal sealed class ConnectionActor : UntypedActor, IWithTimers
{
    private sealed record SocketGone : INoSerializationVerificationNeeded;

    private readonly ILoggingAdapter _log = Context.GetLogger();
    private readonly ConnectionProtocol.Accepted _client;
    private readonly ConnectionSetup _setup;
    private readonly ClientConnection _connection;
    private readonly Membership _membership;
    private UntypedReceive _state;
    private KeyChallenge? _challenge;

    /// <param name="client">The accepted connection, owned by this actor.</param>
    /// <param name="limiter">Its rate limiter.</param>
    /// <param name="setup">Shared by all connections.</param>
    public static Props Props(ConnectionProtocol.Accepted client, RateLimiter limiter, ConnectionSetup setup) =>
        Akka.Actor.Props.Create(() => new ConnectionActor(client, limiter, setup));

    public ConnectionActor(ConnectionProtocol.Accepted client, RateLimiter limiter, ConnectionSetup setup)
    {
        (_client, _setup, _state) = (client, setup, Greeting);
        _membership = new Membership(setup, client);
        _connection = new ClientConnection(
            client, limiter, setup.Settings, request => _state(request), (timer, after) => timer.Set(Timers, after));
    }

    public ITimerScheduler Timers { get; set; } = null!;

    private PeerAddress Local => PeerAddress.Of(_client.Local);

    private DateTime Now => _setup.Clock.GetLocalNow().DateTime;

    protected override void PreStart()
    {
        Context.WatchWith(_client.Socket, new SocketGone());
        _connection.Open(Self);
        if (_client.Refused is { } reason) Refuse(reason);
        else _connection.Reader.Begin();
    }

    protected override void PostStop()
    {
        _membership.End();
        _connection.Release();
    }

    protected override void OnReceive(object message)
    {
        var isOver = _membership.TryDrop(message, Sender, out var mail);
        foreach (var what in mail) _connection.Send(what);
        if (isOver) ContinueReading();
        else _state(message);
    }

    private void Greeting(object message)
    {
        switch (message)
        {
            case EnterRequest { Key: { } key } entry when _setup.Settings.Names.Kept > 0:
                Challenge(entry, key);
                break;
            case EnterRequest entry: Join(entry); break;
            default: HandleAnywhere(message); break;
        }
    }

    private void Proving(object message)
    {
        switch (message)
        {
            case ClientMessage.Prove proof: Check(proof.Signature); break;
            case ClientMessage and not (ClientMessage.Invalid or ClientMessage.Declined):
                Refuse(Refusal.KeyUnproven);
                break;
            default: HandleAnywhere(message); break;
        }
    }

    /// <summary>Waits for the room's answer (reading is paused), or for a moderator's.</summary>
    private void Joining(object message)
    {
        switch (message)
        {
            case ClientMessage.RoomRequest: Refuse(Refusal.NotEntered); break;
            case ClientMessage.Leave or MessageReader.Ended: Close(); break;
            case RoomProtocol.Joined joined: Enter(joined); break;
            case RoomProtocol.JoinRejected rejected: Reject(rejected.Reason); break;
            case RoomProtocol.JoinPending pending: Wait(pending.Reason); break;
            default: HandleAnywhere(message); break;
        }
    }

    private void Chatting(object message)
    {
        switch (message)
        {
            case Batch batch: _connection.Publish(batch, _membership.You!); break;
            case SearchProtocol.Reply reply: _connection.Reply(reply.Event); break;
            case RoomProtocol.Left: Close(); break;
            case RoomProtocol.Joined joined: Enter(joined); break;
            case RoomProtocol.JoinRejected rejected: Reject(rejected.Reason); break;
            case RoomProtocol.JoinPending pending: Wait(pending.Reason); break;
            case ClientMessage.SwitchRoom request: SwitchRoom(request); break;
            case ClientMessage.Delivered: _membership.Ask(message); break;
            case ClientMessage.ReadHistory or ClientMessage.Search: Ask(message, MessageReader.Pause.LookingUp); break;
            case ClientMessage.RoomRequest: Ask(message, MessageReader.Pause.None); break;
            default: HandleAnywhere(message); break;
        }
    }

    /// <summary>Writes the last frames; ignores requests and the room's events.</summary>
    private void Closing(object message)
    {
        switch (message)
        {
            case Batch batch: batch.Receipts?.Add(); break;
            case ClientMessage or MessageReader.Ended or SearchProtocol.Reply: break;
            case RoomProtocol.Joined: Sender.Tell(RoomProtocol.Leave.Instance); break;
            case RoomProtocol.JoinRejected or RoomProtocol.JoinPending or RoomProtocol.Left: break;
            case RoomProtocol.Disconnected or ConnectionProtocol.Disconnect: break;
            default: HandleAnywhere(message); break;
        }
    }

    private void HandleAnywhere(object message)
    {
        switch (message)
        {
            case var _ when _connection.TryHandle(message): break;
            case ClientMessage.Help(var rooms): _connection.Send(new RoomEvent.HelpGiven(Local, Now, rooms)); break;
            case ClientMessage.Prove: Refuse(Refusal.UnknownRequest); break;
            case ClientMessage.Invalid invalid: Refuse(invalid.Reason, invalid.RequestId); break;
            case ClientMessage.Leave or MessageReader.Ended: Leave(); break;
            case RoomProtocol.Disconnected disconnected: Refuse(disconnected.Reason); break;
            case ConnectionProtocol.Disconnect disconnect: Refuse(disconnect.Reason); break;
            case Tcp.ConnectionClosed or Tcp.CommandFailed or SocketGone: Context.Stop(Self); break;
            default: Unhandled(message); break;
        }
    }

    private void Challenge(EnterRequest entry, string key)
    {
        if (!KeyChallenge.TryCreate(entry, key, out _challenge))
        {
            Refuse(Refusal.KeyInvalid);
            return;
        }

        _state = Proving;
        _connection.Send(new RoomEvent.Challenged(_setup.Settings.Room.Name.Text, _challenge.Nonce));
    }

    private void Check(string signature)
    {
        _state = Greeting;
        if (_challenge!.IsProvenBy(signature, _setup.Settings.Room.Name)) Join(_challenge.Entry, _challenge.Key.Text);
        else Refuse(Refusal.KeyUnproven);
    }

    private void Join(EnterRequest entry, string? key = null)
    {
        if (!_membership.TryJoin(entry, key, out var refusal))
        {
            Refuse(refusal);
            return;
        }

        _state = Joining;
        _connection.Reader.AwaitReply(MessageReader.Pause.Joining);
    }

    private void Reject(Refusal reason)
    {
        var refusal = _membership.Reject(reason, out var isBack);
        _state = isBack ? Joining : _membership.HasAsked ? Chatting : Greeting;
        Refuse(refusal);
        if (!isBack) ContinueReading();
    }

    private void Wait(Refusal reason)
    {
        _membership.Wait();
        _state = Joining;
        _connection.Enter();
        Refuse(reason with { Closes = false });
        ContinueReading();
    }

    private void SwitchRoom(ClientMessage.SwitchRoom request)
    {
        if (_membership.Switch(request) is { } answer) _connection.Reply(answer);
        else _connection.Reader.AwaitReply(MessageReader.Pause.Joining);
    }

    private void Enter(RoomProtocol.Joined joined)
    {
        _state = Chatting;
        _connection.Enter();
        foreach (var frames in _membership.Enter(joined, Sender, Self, _connection.Conversation.Encoder))
            _connection.Send(frames);
        ContinueReading();
    }

    private void ContinueReading()
    {
        if (!_membership.IsLeaving) _connection.Reader.ReplyCame(MessageReader.Pause.Joining);
    }

    private void Ask(object request, MessageReader.Pause pause)
    {
        _connection.Reader.AwaitReply(pause);
        _membership.Ask(request);
    }

    private void Leave()
    {
        if (_membership.HasAsked) _membership.Leave();
        else Close();
    }

    private void Refuse(Refusal reason, long? request = null)
    {
        _connection.Refuse(new RoomEvent.Refused(reason, Local, Now) { ReplyTo = request });
        if (!reason.Closes) return;
        if (reason != Refusal.Closing) _log.Debug("closing {0}: {1}", _client.Remote, reason.Code);
        Close();
    }

    private void Close()
    {
        if (_connection.Reader.IsClosed) return;
        if (_membership.HasAsked) _membership.Leave();
        _state = Closing;
        _connection.Close();
    }
}
