using System.Buffers;
using Akka.Actor;
using Akka.IO;
using LanChat.Protocol;
using LanChat.Protocol.Dialects;

namespace LanChat.Server.Connections;

/// <summary>
/// Reads one client's requests. It asks the socket for more only when everything before is handled: no client sends more
/// than the room takes in, nor than it reads itself. It can pause within one read: what follows a name means something
/// else once the room has answered.
/// </summary>
internal sealed class MessageReader
{
    /// <summary>Why nothing is decoded for now.</summary>
    [Flags]
    public enum Pause
    {
        None = 0,
        Joining = 1,
        LookingUp = 2,
        RateLimited = 4,
    }

    /// <summary>Handled like a request, after the last: the client sends no more.</summary>
    public sealed record Ended
    {
        public static readonly Ended Instance = new();
    }

    // What a client that is being disconnected may still send while it reads the reason, in bytes.
    private const int MostDiscarded = 1024 * 1024;

    private readonly IActorRef _socket;
    private readonly ConnectionWriter _writer;
    private readonly RateLimiter _limiter;
    private readonly Action<object> _handle;
    private readonly Action<ConnectionTimer, TimeSpan?> _setTimer;
    private byte[] _undecoded = [];
    private Pause _pauses;
    private ClientMessage? _delayed;
    private bool _owesRead = true;
    private bool _awaitsReply;
    private bool _hasEnded;
    private int _discarded;

    /// <param name="socket">Where the bytes come from.</param>
    /// <param name="conversation">Decodes them.</param>
    /// <param name="writer">While much waits there, nothing more is read.</param>
    /// <param name="limiter">How fast requests are handled.</param>
    /// <param name="handle">Handles each request; may pause.</param>
    /// <param name="setTimer">Starts a timer, or stops it where no time is given.</param>
    public MessageReader(
        IActorRef socket,
        IConversation conversation,
        ConnectionWriter writer,
        RateLimiter limiter,
        Action<object> handle,
        Action<ConnectionTimer, TimeSpan?> setTimer) =>
        (_socket, Conversation, _writer, _limiter, _handle, _setTimer) =
        (socket, conversation, writer, limiter, handle, setTimer);

    public IConversation Conversation { get; }

    /// <summary>Whether nothing is decoded any more.</summary>
    public bool IsClosed { get; private set; }

    private bool IsPaused => _pauses != Pause.None;

    /// <summary>Handles what the dialect wants to be done before the client sends anything.</summary>
    public void Begin()
    {
        if (Conversation.Begin() is { } first) Limit(first);
    }

    /// <summary>Decodes what one read brought, up to a pause.</summary>
    public void Read(ByteString data)
    {
        _owesRead = true;
        var buffer = ArrayPool<byte>.Shared.Rent(data.Count);
        data.CopyTo(buffer, 0, data.Count);
        Decode(buffer.AsSpan(0, data.Count));
        ArrayPool<byte>.Shared.Return(buffer);
        WaitForMore();
    }

    /// <summary>Nothing followed for the conversation's patience: what is held may be a request.</summary>
    public void EndQuiet()
    {
        if (Conversation.Quiet() is { } request) Limit(request);
    }

    /// <summary>The client sends no more: what it sent is handled, then that it has ended.</summary>
    public void End()
    {
        _hasEnded = true;
        if (IsPaused || IsClosed) return;
        if (Conversation.End() is { } last) Limit(last);
        if (!IsPaused && !IsClosed) _handle(Ended.Instance);
    }

    /// <summary>
    /// The room was asked: no more is read until it answers. With a reason to pause, what was read already is not decoded
    /// either.
    /// </summary>
    public void AwaitReply(Pause pause)
    {
        _awaitsReply = true;
        _pauses |= pause;
    }

    public void ReplyCame(Pause pause = Pause.None)
    {
        _awaitsReply = false;
        if (pause == Pause.None) RequestMore();
        else Resume(pause);
    }

    /// <summary>The delayed request has its token.</summary>
    public void HandleDelayed()
    {
        var request = _delayed!;
        _delayed = null;
        // Still paused: what the request leads to comes before what was sent after it.
        _handle(request);
        Resume(Pause.RateLimited);
    }

    /// <summary>Asks the socket for the next read, once, unless something has to happen before.</summary>
    public void RequestMore()
    {
        if (!_owesRead || (!IsClosed && (_awaitsReply || IsPaused || _writer.IsCrowded))) return;
        _owesRead = false;
        _socket.Tell(Tcp.ResumeReading.Instance);
    }

    /// <summary>Drops what one read brought; false when it was too much.</summary>
    public bool TryDiscard(ByteString data)
    {
        _owesRead = true;
        _discarded += data.Count;
        return _discarded <= MostDiscarded;
    }

    /// <summary>
    /// Nothing is decoded any more, but reading goes on: unread bytes make the system reset the connection, and the reason
    /// for the disconnect is lost with it.
    /// </summary>
    public void Close() => IsClosed = true;

    /// <summary>The connection is gone: nobody at its address waits for its delayed request.</summary>
    public void Release()
    {
        if (_delayed is not null) _limiter.Release();
    }

    private void Decode(ReadOnlySpan<byte> bytes)
    {
        while (!IsPaused && !IsClosed && Conversation.TryRead(ref bytes, out var request)) Limit(request);
        if (IsPaused) _undecoded = [.. _undecoded, .. bytes];
    }

    private void WaitForMore()
    {
        _setTimer(ConnectionTimer.Quiet, IsPaused || IsClosed ? null : Conversation.Patience);
        RequestMore();
    }

    /// <summary>Handles a request now or, over the rate limit, later.</summary>
    private void Limit(ClientMessage request)
    {
        var wait = _limiter.Acquire();
        if (_limiter.IsExceeded)
        {
            _handle(new ClientMessage.Bad(Refusal.Flooding));
        }
        else if (wait == TimeSpan.Zero)
        {
            _handle(request);
        }
        else
        {
            _delayed = request;
            _pauses |= Pause.RateLimited;
            _setTimer(ConnectionTimer.RateLimit, wait);
        }
    }

    private void Resume(Pause reason)
    {
        _pauses &= ~reason;
        if (IsPaused) return;
        var rest = _undecoded;
        _undecoded = [];
        Decode(rest);
        WaitForMore();
        if (_hasEnded) End();
    }
}
