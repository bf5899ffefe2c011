using System.Net.Sockets;
using System.Runtime.InteropServices;
using Akka.Actor;

namespace Akka.IO;

/// <summary>
/// The writing half of one connection. A write is one system call in the thread that brings it; only what the operating
/// system does not take at once waits, and what comes meanwhile goes out with one gathered call after it.
/// </summary>
internal sealed class SocketWriter(Socket socket, IActorRef owner) : IDisposable
{
    // Empty unless something waits. The first ones are on their way.
    private readonly Queue<(Tcp.Write Write, IActorRef Commander)> _waiting = new(0);
    private SocketAsyncEventArgs? _arguments;
    private int _onTheirWay;

    public bool IsIdle => _waiting.Count == 0;

    public IEnumerable<IActorRef> Commanders => _waiting.Select(waiting => waiting.Commander);

    /// <summary>Keeps the write for a later <see cref="Flush"/>.</summary>
    public void Hold(Tcp.Write write, IActorRef commander) => _waiting.Enqueue((write, commander));

    public SocketError Write(Tcp.Write write, IActorRef commander)
    {
        if (!IsIdle)
        {
            Hold(write, commander);
            return SocketError.Success;
        }

        if (write.Data.IsEmpty)
        {
            Acknowledge(write, commander);
            return SocketError.Success;
        }

        var error = Send(write.Data, out var sent);
        if (error != SocketError.Success)
            return error;
        if (sent == write.Data.Count)
        {
            Acknowledge(write, commander);
            return SocketError.Success;
        }

        Hold(write, commander);
        _onTheirWay = 1;
        return SendLater(write.Data.Slice(sent)) ? SocketError.Success : Sent();
    }

    /// <summary>Takes the end of a send, and sends what has been waiting for it.</summary>
    public SocketError Sent()
    {
        if (_arguments!.SocketError != SocketError.Success)
            return _arguments.SocketError;
        ReleaseData(_arguments);
        AcknowledgeFirst(_onTheirWay);
        return Flush();
    }

    public SocketError Flush()
    {
        while (!IsIdle)
        {
            var data = ByteString.FromBytes(_waiting.SelectMany(waiting => waiting.Write.Data.Parts.ToArray()));
            _onTheirWay = _waiting.Count;
            if (!data.IsEmpty)
            {
                var error = Send(data, out var sent);
                if (error != SocketError.Success)
                    return error;
                if (sent < data.Count)
                {
                    if (SendLater(data.Slice(sent)))
                        return SocketError.Success;
                    if (_arguments!.SocketError != SocketError.Success)
                        return _arguments.SocketError;
                    ReleaseData(_arguments);
                }
            }

            AcknowledgeFirst(_onTheirWay);
        }

        return SocketError.Success;
    }

    public void Dispose() => _arguments?.Dispose();

    private SocketError Send(ByteString data, out int sent)
    {
        SocketError error;
        sent = data.IsCompact
            ? socket.Send(data.Parts[0], SocketFlags.None, out error)
            : socket.Send(data.Parts.ToArray(), SocketFlags.None, out error);
        return error == SocketError.WouldBlock ? SocketError.Success : error;
    }

    /// <summary>True: the owner will be told; otherwise it is done.</summary>
    private bool SendLater(ByteString data)
    {
        _arguments ??= SocketCompleted.Sent.TellTo(owner);
        if (data.IsCompact)
            _arguments.SetBuffer(MemoryMarshal.AsMemory<byte>(data.Parts[0]));
        else
            _arguments.BufferList = data.Parts.ToArray();
        return socket.SendAsync(_arguments);
    }

    private static void ReleaseData(SocketAsyncEventArgs arguments)
    {
        if (arguments.BufferList is null)
            arguments.SetBuffer(null, 0, 0);
        else
            arguments.BufferList = null;
    }

    private void AcknowledgeFirst(int count)
    {
        for (; count > 0; count--)
        {
            var (write, commander) = _waiting.Dequeue();
            Acknowledge(write, commander);
        }
    }

    private void Acknowledge(Tcp.Write write, IActorRef commander)
    {
        if (write.WantsAck)
            commander.Tell(write.Ack, owner);
    }
}
