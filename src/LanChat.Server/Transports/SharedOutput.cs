using System.IO.Pipelines;
using System.Net.Sockets;
using Akka.IO;

namespace LanChat.Server.Transports;

/// <summary>
/// Sends what is written without a copy of its own: the arrays of a room's turn are on their way to all its members at
/// once. What is written while a send is waited for gathers, and leaves with the next.
/// </summary>
/// <param name="socket">Connected; nobody else sends by it.</param>
/// <param name="sends">Where it is sent, never by who writes.</param>
/// <param name="tell">Told null when there is room again, and when the end was sent; or why nothing is sent any more.</param>
internal sealed class SharedOutput(Socket socket, PipeScheduler sends, Action<Exception?> tell) : IConnectionOutput
{
    // More than that waits in the connection's own queue, where it is bounded and counted.
    private const int MostUnsent = 64 * 1024;

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
            _isFull = _waiting.Size + _underWay > MostUnsent;
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
            // Still said to be running: nothing is sent any more.
            tell(broken);
        }
    }

    /// <summary>What was under way is sent: takes what waits; false when nothing does.</summary>
    private bool Swap()
    {
        bool isMore, hasRoom, isEnd;
        lock (_adding)
        {
            (_waiting, _sending) = (_sending, _waiting);
            _underWay = _sending.Size;
            _isRunning = isMore = _underWay > 0;
            isEnd = _isEnding && !isMore;
            hasRoom = _isFull && _underWay <= MostUnsent;
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
