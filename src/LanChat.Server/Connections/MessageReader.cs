using System.Buffers;
using Akka.Actor;
using Akka.IO;
using LanChat.Protocol;
using LanChat.Protocol.Dialects;

namespace LanChat.Server.Connections;

/// <summary>
/// Reads one client's requests. Back-pressure: asks the socket for the next read only when all
/// earlier requests are handled and the client keeps up with its own output. Decoding can pause
/// within one read, because bytes after the greeting depend on the room's answer.
/// </summary>
internal sealed class MessageReader
{
    /// <summary>Reasons to pause decoding.</summary>
    [Flags]
    public enum Pause
    {
        None = 0,
        Joining = 1,
        LookingUp = 2,
        RateLimited = 4,
    }

    /// <summary>Handled after the last request: the client has closed its side.</summary>
    public sealed record Ended
    {
        public static readonly Ended Instance = new();
    }

    // Bytes accepted from a client that is being disconnected, while it reads the reason.
    private const int MaxDiscarded = 1024 * 1024;

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

    /// <param name="socket">The actor of the socket.</param>
    /// <param name="conversation">The decoder.</param>
    /// <param name="writer">Reading waits while its queue is crowded.</param>
    /// <param name="limiter">The client's rate limiter.</param>
    /// <param name="handle">Handles each request; may pause.</param>
    /// <param name="setTimer">Starts a timer, or cancels it if the time is null.</param>
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

    /// <summary>Whether decoding has stopped for good.</summary>
    public bool IsClosed { get; private set; }

    /// <summary>Whether the client waits for a room to answer its request to join.</summary>
    public bool IsJoining => _pauses.HasFlag(Pause.Joining);

    private bool IsPaused => _pauses != Pause.None;

    /// <summary>Handles the request some dialects make before the client sends bytes.</summary>
    public void Begin()
    {
        if (Conversation.Begin() is { } first) Limit(first);
    }

    /// <summary>Decodes the bytes of one read, up to a pause.</summary>
    public void Read(ByteString data)
    {
        _owesRead = true;
        var buffer = ArrayPool<byte>.Shared.Rent(data.Count);
        data.CopyTo(buffer, 0, data.Count);
        Decode(buffer.AsSpan(0, data.Count));
        ArrayPool<byte>.Shared.Return(buffer);
        WaitForMore();
    }

    /// <summary>Handles buffered bytes that the quiet timeout made a complete request.</summary>
    public void EndQuiet()
    {
        if (Conversation.Quiet() is { } request) Limit(request);
    }

    /// <summary>
    /// The client has closed its side: handles the remaining requests, then <see cref="Ended"/>.
    /// </summary>
    public void End()
    {
        _hasEnded = true;
        if (IsPaused || IsClosed) return;
        if (Conversation.End() is { } last) Limit(last);
        if (!IsPaused && !IsClosed) _handle(Ended.Instance);
    }

    /// <summary>
    /// Stops reading until <see cref="ReplyCame"/>. With a reason to pause, stops decoding what is
    /// already read as well.
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

    /// <summary>Handles the rate-limited request, whose token is available now.</summary>
    public void HandleDelayed()
    {
        var request = _delayed!;
        _delayed = null;
        // Paused until after the request, so that its effects precede those of later requests.
        _handle(request);
        Resume(Pause.RateLimited);
    }

    /// <summary>Asks the socket for the next read, unless paused or already asked.</summary>
    public void RequestMore()
    {
        if (!_owesRead || (!IsClosed && (_awaitsReply || IsPaused || _writer.IsCrowded))) return;
        _owesRead = false;
        _socket.Tell(Tcp.ResumeReading.Instance);
    }

    /// <summary>
    /// Discards the bytes of one read; returns false if there were too many in all.
    /// </summary>
    public bool TryDiscard(ByteString data)
    {
        _owesRead = true;
        _discarded += data.Count;
        return _discarded <= MaxDiscarded;
    }

    /// <summary>
    /// Stops decoding for good, but not reading: closing a socket with unread bytes resets the
    /// connection, and the client would lose the reason for the disconnect.
    /// </summary>
    public void Close() => IsClosed = true;

    /// <summary>Releases the token of a request that will not be handled.</summary>
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

    /// <summary>
    /// Acquires a token for a request, and handles it now or when the token is due.
    /// </summary>
    private void Limit(ClientMessage request)
    {
        var wait = _limiter.Acquire();
        if (_limiter.IsExceeded)
        {
            _handle(new ClientMessage.Invalid(Refusal.Flooding));
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
