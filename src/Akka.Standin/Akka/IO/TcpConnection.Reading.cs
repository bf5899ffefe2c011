using System.Net.Sockets;
using Akka.Actor;

namespace Akka.IO;

internal abstract partial class TcpConnection
{
    // One after the other, before what waits in the mailbox gets its turn.
    private const int MostReadsInARow = 16;

    private SocketReader _reader = null!;
    private bool _wantsReads = !pullMode;
    private bool _holdsRead; // it ended when nobody wanted it
    private bool _peerClosed;

    private void ResumeReading()
    {
        _wantsReads = true;
        if (_handler is null || _peerClosed)
            return;
        if (_holdsRead)
            TakeReads();
        else if (!_reader.IsReading)
            Read();
    }

    private void Read()
    {
        if (_reader.Start())
            TakeReads();
    }

    /// <summary>Hands over the read that has ended and, in push mode, those that end as soon as they are started.</summary>
    private void TakeReads()
    {
        for (var reads = 1; ; reads++)
        {
            _holdsRead = !_wantsReads;
            if (_holdsRead)
                return;

            var error = _reader.Take(out var data);
            if (error != SocketError.Success)
            {
                Fail(error);
                return;
            }

            if (data.IsEmpty)
            {
                PeerEnded();
                return;
            }

            _handler!.Tell(new Tcp.Received(data), Self);
            _wantsReads = !pullMode;
            if (pullMode || !_reader.Start())
                return;
            if (reads == MostReadsInARow)
            {
                Self.Tell(SocketCompleted.Received, ActorRefs.NoSender);
                return;
            }
        }
    }

    private void PeerEnded()
    {
        _peerClosed = true;
        if (_outputShut)
            Finish(_closing!, _closer);
        else if (_closing is null && _keepOpenOnPeerClosed)
            _handler!.Tell(Tcp.PeerClosed.Instance, Self);
        else if (_closing is null)
            Close(Tcp.PeerClosed.Instance, null);
    }
}
