using System.Net.Sockets;
using Akka.Actor;

namespace Akka.IO;

/// <summary>A connection that a listener accepted; the listener is told when the handler has answered it, in whatever way.</summary>
internal sealed class TcpIncomingConnection(TcpExt tcp, Socket socket, Tcp.Bind bind) : TcpConnection(tcp, socket, bind.PullMode)
{
    private bool _isAnswered;

    protected override void PreStart()
    {
        Context.Watch(bind.Handler);
        Opened(bind.Handler, bind.Options);
    }

    protected override bool Receive(object message)
    {
        var isKnown = base.Receive(message);
        if (!_isAnswered && message is Tcp.Command)
            NoteAnswer();
        return isKnown;
    }

    protected override void PostStop()
    {
        base.PostStop();
        if (!_isAnswered)
            NoteAnswer();
    }

    private void NoteAnswer()
    {
        _isAnswered = true;
        Context.Parent.Tell(TcpListener.Answered.Instance, ActorRefs.NoSender);
    }
}
