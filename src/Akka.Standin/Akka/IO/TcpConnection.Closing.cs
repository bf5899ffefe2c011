using System.Net.Sockets;
using Akka.Actor;

namespace Akka.IO;

internal abstract partial class TcpConnection
{
    // How it is to end, and who wants it so. From then on nothing new is written.
    private Tcp.ConnectionClosed? _closing;
    private IActorRef? _closer;
    private bool _outputShut;
    private bool _isFinished;

    protected override void PostStop()
    {
        // Nobody closed it: the peer is not to take that for a proper end.
        if (!_isFinished)
            CloseSocket(reset: true);
    }

    private void CloseSocket(bool reset)
    {
        try
        {
            if (reset)
                socket.LingerState = new LingerOption(true, 0);
            else
                socket.Shutdown(SocketShutdown.Both);
        }
        catch (SocketException)
        {
            // Then there is nobody to be told.
        }

        socket.Dispose();
        _reader?.Dispose();
        _writer?.Dispose();
    }

    private void Close(Tcp.ConnectionClosed closed, IActorRef? closer)
    {
        (_closing, _closer) = (closed, closer);
        if (_writer.IsIdle || _handler is null)
            CloseNow();
        else
            Context.Unwatch(_handler); // what it wrote is sent even if it ends
    }

    /// <summary>What was to be sent is sent.</summary>
    private void CloseNow()
    {
        if (_closing is not Tcp.ConfirmedClosed || _peerClosed || !ShutOutput())
            Finish(_closing!, _closer);
    }

    private bool ShutOutput()
    {
        try
        {
            socket.Shutdown(SocketShutdown.Send);
            return _outputShut = true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private void Fail(SocketError error) => Finish(new Tcp.ErrorClosed(new SocketException((int)error).Message), _closer);

    private void Finish(Tcp.ConnectionClosed closed, IActorRef? closer)
    {
        _closing = closed;
        _isFinished = true;
        CloseSocket(reset: closed.IsAborted || closed.IsErrorClosed);
        foreach (var interested in new[] { _handler ?? _commander, closer }.Concat(_writer.Commanders).Distinct())
            interested?.Tell(closed, Self);
        Context.Stop(Self);
    }
}
