using System.Net.Sockets;
using System.Runtime.InteropServices;
using Akka.Actor;

namespace Akka.IO;

/// <summary>
/// The writing half of one connection. A write is one system call in the thread that brings it; only what the operating
/// system does not take at once waits, and what comes meanwhile goes out with one call after it.
/// </summary>
internal sealed class SocketWriter(Socket socket, IActorRef owner) : IDisposable
{
    // Up to here copying parts together costs less than handing them over one by one.
    private const int MostCopied = 16 * 1024;

    [ThreadStatic]
    private static byte[]? _copies;

    private readonly Queue<(Tcp.Write Write, IActorRef Commander)> _waiting = new(0);
    private SocketAsyncEventArgs? _arguments;
    private int _onTheirWay;

    /// <summary>Everything is sent.</summary>
    public bool IsIdle => _waiting.Count == 0;

    /// <summary>Whose writes are not sent yet.</summary>
    public IEnumerable<IActorRef> Commanders => _waiting.Select(waiting => waiting.Commander);

    /// <summary>Keeps the write for the next <see cref="Flush"/>.</summary>
    public void Hold(Tcp.Write write, IActorRef commander) => _waiting.Enqueue((write, commander));

    public SocketError Write(Tcp.Write write, IActorRef commander)
    {
        var othersAreOnTheirWay = !IsIdle;
        Hold(write, commander);
        return othersAreOnTheirWay ? SocketError.Success : Flush();
    }

    public SocketError Flush()
    {
        while (!IsIdle)
        {
            var data = _waiting.Count == 1 ? _waiting.Peek().Write.Data : Gathered();
            _onTheirWay = _waiting.Count;
            if (!data.IsEmpty)
            {
                var error = Send(data, out var sent);
                if (error != SocketError.Success)
                    return error;
                if (sent < data.Count)
                    return SendLater(data.Slice(sent)) ? SocketError.Success : Sent();
            }

            Acknowledge();
        }

        return SocketError.Success;
    }

    /// <summary>Takes the end of a send that did not end at once, and goes on with what has been waiting for it.</summary>
    public SocketError Sent()
    {
        var error = _arguments!.SocketError;
        if (_arguments.BufferList is null)
            _arguments.SetBuffer(null, 0, 0);
        else
            _arguments.BufferList = null;
        if (error != SocketError.Success)
            return error;
        Acknowledge();
        return Flush();
    }

    public void Dispose() => _arguments?.Dispose();

    private ByteString Gathered()
    {
        var parts = new List<ArraySegment<byte>>(_waiting.Count);
        foreach (var (write, _) in _waiting)
            parts.AddRange(write.Data.Parts);
        return ByteString.FromBytes(parts);
    }

    private SocketError Send(ByteString data, out int sent)
    {
        SocketError error;
        if (data.IsCompact)
        {
            sent = socket.Send(data.Parts[0], SocketFlags.None, out error);
        }
        else if (data.Count <= MostCopied)
        {
            var copy = (_copies ??= GC.AllocateUninitializedArray<byte>(MostCopied)).AsSpan();
            sent = socket.Send(copy[..data.CopyTo(ref copy)], SocketFlags.None, out error);
        }
        else
        {
            sent = socket.Send(data.PartList, SocketFlags.None, out error);
        }

        return error == SocketError.WouldBlock ? SocketError.Success : error;
    }

    /// <summary>True: the owner will be told; otherwise it is done.</summary>
    private bool SendLater(ByteString data)
    {
        _arguments ??= SocketCompleted.Sent.TellTo(owner);
        if (data.IsCompact)
            _arguments.SetBuffer(MemoryMarshal.AsMemory<byte>(data.Parts[0]));
        else
            _arguments.BufferList = data.PartList;
        return socket.SendAsync(_arguments);
    }

    private void Acknowledge()
    {
        for (; _onTheirWay > 0; _onTheirWay--)
        {
            var (write, commander) = _waiting.Dequeue();
            if (write.WantsAck)
                commander.Tell(write.Ack, owner);
        }
    }
}
