using Akka.Actor;
using Akka.IO;
using LanChat.Protocol;
using LanChat.Protocol.Dialects;
using LanChat.Server.Broadcasts;
using LanChat.Server.Metrics;
using LanChat.Server.Settings;

namespace LanChat.Server.Connections;

/// <summary>
/// The socket of one client: reads its requests, writes its events and enforces its timeouts.
/// Reports every failure as a <see cref="ClientMessage.Invalid"/>, like the client's own errors.
/// </summary>
internal sealed class ClientConnection
{
    private readonly IActorRef _socket;
    private readonly KeyValuePair<string, object?> _dialect;
    private readonly ServerSettings _settings;
    private readonly ConnectionWriter _writer;
    private readonly Liveness _liveness;
    private readonly Action<object> _handle;
    private readonly Action<ConnectionTimer, TimeSpan?> _setTimer;

    /// <param name="client">The accepted connection, owned by this object.</param>
    /// <param name="limiter">The client's rate limiter.</param>
    /// <param name="settings">Limits and timeouts.</param>
    /// <param name="handle">Handles requests and <see cref="MessageReader.Ended"/>.</param>
    /// <param name="setTimer">
    /// Starts a timer, or cancels it if the time is null. <see cref="TryHandle"/> handles it.
    /// </param>
    public ClientConnection(
        ConnectionProtocol.Accepted client,
        RateLimiter limiter,
        ServerSettings settings,
        Action<object> handle,
        Action<ConnectionTimer, TimeSpan?> setTimer)
    {
        (_socket, _settings, _handle, _setTimer) = (client.Socket, settings, handle, setTimer);
        _dialect = new KeyValuePair<string, object?>("dialect", client.Dialect.Name);
        var limits = new WireLimits(settings.Limits.Line, settings.Raw.Quiet);
        var conversation = client.Dialect.Open(limits, PeerAddress.Of(client.Remote));
        _writer = new ConnectionWriter(_socket, conversation, settings.Limits.Waiting);
        Reader = new MessageReader(_socket, conversation, _writer, limiter, handle, setTimer);
        _liveness = new Liveness(settings.Liveness);
    }

    public MessageReader Reader { get; }

    public IConversation Conversation => Reader.Conversation;

    public Capabilities Capabilities => Conversation.Encoder.Capabilities;

    /// <summary>Registers with the socket and starts reading and the greeting timeout.</summary>
    public void Open(IActorRef handler)
    {
        ServerMeter.Connections.Add(1, _dialect);
        _socket.Tell(new Tcp.Register(handler, keepOpenOnPeerClosed: true));
        Reader.RequestMore();
        _setTimer(ConnectionTimer.Greeting, _settings.Limits.Greeting);
    }

    /// <summary>The client has joined: starts pinging it, if its dialect answers pings.</summary>
    public void Enter()
    {
        _setTimer(ConnectionTimer.Greeting, null);
        Conversation.Entered();
        if (!Capabilities.HasFlag(Capabilities.Pings)) return;
        _liveness.Start();
        _setTimer(ConnectionTimer.Ping, _liveness.Interval);
    }

    /// <summary>
    /// Handles messages of the socket and of timers, and requests that concern no room; returns
    /// false for others.
    /// </summary>
    public bool TryHandle(object message)
    {
        switch (message)
        {
            case WriteAck: Acknowledge(); return true;
            case Tcp.Received received: Read(received.Data); return true;
            case Tcp.PeerClosed: Reader.End(); return true;
            case ConnectionTimer timer: HandleElapsed(timer); return true;
            case ClientMessage.Answered answered: Send([answered.Frame]); return true;
            case ClientMessage.Declined declined: Send([declined.Frame]); return true;
            case ClientMessage.Ping ping: Send(new RoomEvent.Ponged(ping.Number)); return true;
            case ClientMessage.Pong: return true;
            default: return false;
        }
    }

    /// <summary>
    /// Sends a refusal, and counts it if the server disconnects the client by it.
    /// </summary>
    public void Refuse(RoomEvent.Refused refused)
    {
        Send(refused);
        if (refused.Reason is { Closes: true, Code: var code })
            ServerMeter.Closed.Add(1, new KeyValuePair<string, object?>("reason", code));
    }

    public void Send(RoomEvent what) => Send(Conversation.Encoder.Encode([what]));

    public void Send(IReadOnlyList<byte[]> frames)
    {
        if (!_writer.TryWrite(frames)) Overflow();
    }

    /// <summary>Sends a batch of the room, which also completes a pending request.</summary>
    public void Publish(Batch batch, Member you)
    {
        if (!_writer.TryWrite(batch, you)) Overflow();
        Reader.ReplyCame();
    }

    /// <summary>Sends a history page or a search result.</summary>
    public void Reply(RoomEvent answer)
    {
        Send(answer);
        Reader.ReplyCame(MessageReader.Pause.LookingUp);
    }

    /// <summary>Stops decoding, writes what is queued, then closes the socket.</summary>
    public void Close()
    {
        Reader.Close();
        _setTimer(ConnectionTimer.Ping, null);
        _setTimer(ConnectionTimer.Farewell, _settings.Limits.Farewell);
        Reader.RequestMore();
        if (!_writer.IsBusy) WriteNext();
    }

    /// <summary>Releases what the connection holds, once its socket is gone.</summary>
    public void Release()
    {
        Reader.Release();
        _writer.Clear();
        ServerMeter.Connections.Add(-1, _dialect);
    }

    private void HandleElapsed(ConnectionTimer timer)
    {
        if (timer == ConnectionTimer.Spacing) WriteNext();
        else if (timer == ConnectionTimer.Farewell) _socket.Tell(Tcp.Abort.Instance);
        else if (Reader.IsClosed) return;
        else if (timer == ConnectionTimer.Quiet) Reader.EndQuiet();
        else if (timer == ConnectionTimer.RateLimit) HandleDelayed();
        else if (timer == ConnectionTimer.Greeting) EndGreeting();
        else if (timer == ConnectionTimer.Ping) CheckLiveness();
    }

    /// <summary>
    /// Disconnects a client that has not said who it is. While its room is letting it in, which
    /// takes long if the disk is slow, the client is not to blame.
    /// </summary>
    private void EndGreeting()
    {
        if (Reader.IsJoining) _setTimer(ConnectionTimer.Greeting, _settings.Limits.Greeting);
        else _handle(new ClientMessage.Invalid(Refusal.GreetingTimedOut));
    }

    private void Read(ByteString data)
    {
        _liveness.Renew();
        if (!Reader.IsClosed) Reader.Read(data);
        else if (Reader.TryDiscard(data)) Reader.RequestMore();
        else _socket.Tell(Tcp.Abort.Instance);
    }

    private void HandleDelayed()
    {
        _liveness.Renew();
        Reader.HandleDelayed();
    }

    private void CheckLiveness()
    {
        if (_liveness.IsOver) _handle(new ClientMessage.Invalid(Refusal.Silent));
        else if (_liveness.Tick() is { } number) Send(new RoomEvent.Pinged(number));
    }

    private void Overflow()
    {
        _writer.Clear();
        _handle(new ClientMessage.Invalid(Refusal.TooSlow));
    }

    private void Acknowledge()
    {
        if (Conversation.Encoder.FramesArriveAlone) _setTimer(ConnectionTimer.Spacing, _settings.Raw.Spacing);
        else WriteNext();
    }

    private void WriteNext()
    {
        if (!_writer.WriteNext() && Reader.IsClosed) _socket.Tell(Tcp.ConfirmedClose.Instance);
        Reader.RequestMore();
    }
}
