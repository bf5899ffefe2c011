using System.Net.Sockets;
using Akka.Actor;

namespace Akka.IO;

/// <summary>
/// The reading half of one connection. While nothing comes it keeps but a few hundred bytes: what does not fit is fetched
/// into a buffer shared by the thread, and one read hands over one array of just the right size.
/// </summary>
internal sealed class SocketReader : IDisposable
{
    private const int SmallRead = 256;

    [ThreadStatic]
    private static byte[]? _shared;

    private readonly Socket _socket;
    private readonly int _limit;
    private readonly SocketAsyncEventArgs _arguments;
    private SocketError _errorAfterData;

    public SocketReader(Socket socket, IActorRef owner, int limit)
    {
        _socket = socket;
        _limit = limit;
        _arguments = SocketCompleted.Received.TellTo(owner);
        _arguments.SetBuffer(GC.AllocateUninitializedArray<byte>(Math.Min(SmallRead, limit)));
    }

    /// <summary>A read has been started, and its end not been taken.</summary>
    public bool IsReading { get; private set; }

    /// <summary>True: it ended at once; otherwise the owner will be told.</summary>
    public bool Start()
    {
        IsReading = true;
        return _errorAfterData != SocketError.Success || !_socket.ReceiveAsync(_arguments);
    }

    /// <summary>What the read brought; nothing at the end of the stream.</summary>
    public SocketError Take(out ByteString data)
    {
        IsReading = false;
        data = ByteString.Empty;
        if (_errorAfterData != SocketError.Success)
            return _errorAfterData;
        if (_arguments.SocketError != SocketError.Success)
            return _arguments.SocketError;

        var first = _arguments.MemoryBuffer.Span[.._arguments.BytesTransferred];
        data = first.Length == _arguments.Count && _limit > first.Length ? ReadRest(first) : ByteString.FromBytes(first.ToArray());
        return SocketError.Success;
    }

    public void Dispose() => _arguments.Dispose();

    private ByteString ReadRest(ReadOnlySpan<byte> first)
    {
        if (_shared is null || _shared.Length < _limit)
            _shared = GC.AllocateUninitializedArray<byte>(_limit);

        var count = _socket.Receive(_shared.AsSpan(0, _limit - first.Length), SocketFlags.None, out var error);
        if (error is not (SocketError.Success or SocketError.WouldBlock))
            _errorAfterData = error;
        return ByteString.FromBytes([.. first, .. _shared.AsSpan(0, count)]);
    }
}
