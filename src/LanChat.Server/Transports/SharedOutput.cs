using System.IO.Pipelines;
using System.Net.Sockets;
using Akka.IO;

namespace LanChat.Server.Transports;

/// <summary>
/// Sends buffers without copying them: all members of a room share the buffers of a batch. Writes
/// during a send gather and go out with the next send.
/// </summary>
/// <param name="socket">The connected socket; this object is its only sender.</param>
/// <param name="sends">Runs the sends, so that the writer's thread does not.</param>
/// <param name="tell">
/// Called with null when there is space again or the sending side is shut down, and with a failure.
/// </param>
internal sealed class SharedOutput(Socket socket, PipeScheduler sends, Action<Exception?> tell) : IConnectionOutput
{
    // Further data waits in the connection's outgoing queue, which is bounded and metered.
    private const int MaxUnsent = 64 * 1024;

    private static readonly Action<object?> Send = output => _ = ((SharedOutput)output!).SendAllAsync();

    private readonly Lock _adding = new();
    private Segments _waiting = new();
    private Segments _sending = new();
    private int _underWay;
    private bool _isRunning;
    private bool _isFull;
    private bool _isEnding;

    public bool Write(ByteString data)
    {
        lock (_adding)
        {
            data.WriteTo(_waiting);
            _isFull = _waiting.Size + _underWay > MaxUnsent;
            Start();
            return !_isFull;
        }
    }

    public void End()
    {
        lock (_adding)
        {
            _isEnding = true;
            Start();
        }
    }

    private void Start()
    {
        if (_isRunning) return;
        _isRunning = true;
        sends.Schedule(Send, this);
    }

    private async Task SendAllAsync()
    {
        try
        {
            while (Swap()) await _sending.SendAsync(socket);
        }
        catch (Exception broken) when (broken is SocketException or ObjectDisposedException)
        {
            // _isRunning stays set, so that no further send starts.
            tell(broken);
        }
    }

    /// <summary>
    /// Swaps the buffers after a send; returns false if there is nothing to send.
    /// </summary>
    private bool Swap()
    {
        bool isMore, hasRoom, isEnd;
        lock (_adding)
        {
            (_waiting, _sending) = (_sending, _waiting);
            _underWay = _sending.Size;
            _isRunning = isMore = _underWay > 0;
            isEnd = _isEnding && !isMore;
            hasRoom = _isFull && _underWay <= MaxUnsent;
            if (hasRoom) _isFull = false;
        }

        if (hasRoom) tell(null);
        if (isEnd) SendEnd();
        return isMore;
    }

    private void SendEnd()
    {
        socket.Shutdown(SocketShutdown.Send);
        tell(null);
    }
}
