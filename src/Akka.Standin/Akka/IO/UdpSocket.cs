using System.Net;
using System.Net.Sockets;
using Akka.Actor;
using Akka.Event;

namespace Akka.IO;

/// <summary>Owns one datagram socket, and sends what it is told to.</summary>
internal abstract class UdpSocket : ActorBase
{
    private Socket? _socket;

    protected ILoggingAdapter Log { get; } = Context.GetLogger();

    protected Socket Socket => _socket!;

    protected override bool Receive(object message)
    {
        switch (message)
        {
            case Udp.Send send: Send(send); break;
            case Terminated: Context.Stop(Self); break;
            default: return false;
        }

        return true;
    }

    protected override void PostStop() => _socket?.Dispose();

    protected void Open(Socket socket, IEnumerable<Inet.SocketOption> options)
    {
        _socket = socket;
        socket.Blocking = false;
        foreach (var option in options)
            option.BeforeDatagramBind(socket);
    }

    private void Send(Udp.Send send)
    {
        try
        {
            if (!send.Payload.IsEmpty)
                Socket.SendTo(send.Payload.Compact().Parts[0], SocketFlags.None, Resolved(send.Target));
        }
        catch (SocketException cause)
        {
            Log.Debug("Could not send {0} bytes to {1}: {2}", send.Payload.Count, send.Target, cause.Message);
            Sender.Tell(send.FailureMessage, Self);
            return;
        }

        if (send.WantsAck)
            Sender.Tell(send.Ack, Self);
    }

    private EndPoint Resolved(EndPoint target) => target is DnsEndPoint name
        ? new IPEndPoint(Dns.GetHostAddresses(name.Host, Socket.AddressFamily) is [var first, ..] ? first : throw new SocketException(
            (int)SocketError.HostNotFound), name.Port)
        : target;
}
