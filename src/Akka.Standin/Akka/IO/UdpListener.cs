using System.Net.Sockets;
using Akka.Actor;
using Akka.Event;

namespace Akka.IO;

/// <summary>A bound datagram socket: what comes in goes to its handler, with whom it came from.</summary>
internal sealed class UdpListener(UdpExt udp, IActorRef commander, Udp.Bind bind) : UdpSocket
{
    private SocketAsyncEventArgs? _receive;

    protected override void PreStart()
    {
        try
        {
            var creator = bind.Options.OfType<Inet.DatagramChannelCreator>().FirstOrDefault() ?? new Inet.DatagramChannelCreator();
            Open(creator.Create(bind.LocalAddress.AddressFamily), bind.Options);
            Socket.Bind(bind.LocalAddress);
            foreach (var option in bind.Options.OfType<Inet.SocketOptionV2>())
                option.AfterBind(Socket);
        }
        catch (Exception cause) when (cause is SocketException or ArgumentException or NotSupportedException)
        {
            Log.Error(cause, "Failed to bind UDP channel to endpoint [{0}]", bind.LocalAddress);
            commander.Tell(bind.FailureMessage, Self);
            Context.Stop(Self);
            return;
        }

        Context.Watch(bind.Handler);
        _receive = SocketCompleted.Received.TellTo(Self);
        _receive.SetBuffer(GC.AllocateUninitializedArray<byte>(udp.BufferSize));
        commander.Tell(new Udp.Bound(Socket.LocalEndPoint!), Self);
        Read();
    }

    protected override bool Receive(object message)
    {
        switch (message)
        {
            case SocketCompleted: TakeDatagram(); break;
            case Udp.Unbind: Unbind(); break;
            default: return base.Receive(message);
        }

        return true;
    }

    protected override void PostStop()
    {
        base.PostStop();
        _receive?.Dispose();
    }

    private void Read()
    {
        _receive!.RemoteEndPoint = bind.LocalAddress;
        if (!Socket.ReceiveFromAsync(_receive))
            Self.Tell(SocketCompleted.Received, ActorRefs.NoSender);
    }

    private void TakeDatagram()
    {
        if (_receive!.SocketError == SocketError.OperationAborted)
            return;

        // Others are errors of a datagram sent before, such as a port that nobody listens at: no reason to read no more.
        if (_receive.SocketError == SocketError.Success)
        {
            var data = ByteString.CopyFrom(_receive.MemoryBuffer[.._receive.BytesTransferred]);
            bind.Handler.Tell(new Udp.Received(data, _receive.RemoteEndPoint!), Self);
        }

        Read();
    }

    private void Unbind()
    {
        Socket.Dispose();
        Sender.Tell(Udp.Unbound.Instance, Self);
        Context.Stop(Self);
    }
}
